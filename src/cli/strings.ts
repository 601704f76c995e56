/** What yargs itself says, in Vietnamese; texts that count have a form for one and a form for several. */

const counted = (text: string): { readonly one: string; readonly other: string } => ({ one: text, other: text });

const STRINGS = {
  'Commands:': 'Lệnh:',
  'Options:': 'Tùy chọn:',
  'Examples:': 'Ví dụ:',
  'Positionals:': 'Tham số:',
  'Choices:': 'Chọn:',
  boolean: 'có/không',
  count: 'đếm',
  string: 'chữ',
  number: 'số',
  array: 'nhiều giá trị',
  required: 'bắt buộc',
  default: 'mặc định',
  'default:': 'mặc định:',
  'choices:': 'chọn:',
  'aliases:': 'tên khác:',
  'Show help': 'Hiện hướng dẫn',
  'Show version number': 'Hiện phiên bản',
  'Invalid values:': 'Giá trị không hợp lệ:',
  'Argument: %s, Given: %s, Choices: %s': 'Tham số: %s, nhận được: %s, chọn một trong: %s',
  'Did you mean %s?': 'Có phải ý là %s?',
  'Not enough non-option arguments: got %s, need at least %s': counted('thiếu tham số: có %s, cần ít nhất %s'),
  'Too many non-option arguments: got %s, maximum of %s': counted('thừa tham số: có %s, nhiều nhất %s'),
  'Missing required argument: %s': counted('thiếu tham số bắt buộc: %s'),
  'Missing argument value: %s': counted('thiếu giá trị của tham số: %s'),
  'Unknown argument: %s': counted('không hiểu: %s'),
  'Unknown command: %s': counted('không có lệnh: %s'),
  'Not enough arguments following: %s': 'thiếu giá trị sau: %s',
  'Argument check failed: %s': 'tham số không hợp lệ: %s',
  'Implications failed:': 'Thiếu tham số đi kèm:',
  'Arguments %s and %s are mutually exclusive': 'chỉ dùng một trong hai: %s và %s',
  'generated-value': 'tự sinh',
  command: 'lệnh',
  deprecated: 'không nên dùng nữa',
  'deprecated: %s': 'không nên dùng nữa: %s',
};

/** The library's type knows texts only; its table of plurals takes both forms. */
export const YARGS_STRINGS = STRINGS as unknown as Record<string, string>;
