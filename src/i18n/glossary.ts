/**
 * The words of the program: the term the code uses, the Vietnamese one an office uses, what is meant. Where a lawyer
 * would search the text for the Vietnamese word, the code keeps it.
 */

import type { Status } from '../obligations/schema';

export interface Word {
  /** As it stands in the code: an identifier, or a part of one. */
  readonly code: string;
  readonly vietnamese: string;
  readonly meaning: string;
}

const TIME: readonly Word[] = [
  {
    code: 'Period',
    vietnamese: 'kỳ báo cáo',
    meaning: 'quý I, 6 tháng, quý III, năm… của một năm; mỗi kỳ có một khung chốt số liệu và các hạn gửi',
  },
  {
    code: 'window',
    vietnamese: 'thời gian chốt số liệu',
    meaning: 'khoảng ngày, tính cả hai đầu; việc xảy ra trong khoảng này mới được tính vào kỳ',
  },
  {
    code: 'cutOff',
    vietnamese: 'ngày chốt số liệu',
    meaning: 'ngày cuối của khung chốt số liệu, hết lúc 24 giờ theo giờ Việt Nam; tình trạng được xét tại lúc đó',
  },
  {
    code: 'due',
    vietnamese: 'thời hạn hoàn thành',
    meaning: 'ngày cuối mà nhiệm vụ còn được coi là đúng hạn; khác với ngày chốt số liệu và hạn gửi báo cáo',
  },
  {
    code: 'submission',
    vietnamese: 'gửi báo cáo, hạn gửi',
    meaning: 'việc gửi báo cáo của kỳ theo từng kênh; mỗi kênh có ngày cuối riêng',
  },
  {
    code: 'occurredOn',
    vietnamese: 'ngày xảy ra',
    meaning: 'ngày sự việc diễn ra; khung chốt số liệu xét theo ngày này',
  },
  {
    code: 'recordedAt',
    vietnamese: 'thời điểm ghi nhận',
    meaning: 'lúc chương trình được báo; dùng khi hỏi “tính đến lúc đó đã biết gì”',
  },
  {
    code: 'asOf',
    vietnamese: 'tính đến thời điểm',
    meaning: 'chỉ xét những gì đã được ghi nhận đến thời điểm này',
  },
];

const WORK: readonly Word[] = [
  { code: 'Plan', vietnamese: 'kế hoạch', meaning: 'văn bản giao nhiệm vụ và chỉ tiêu, giữ nguyên văn làm dữ liệu' },
  { code: 'Task', vietnamese: 'nhiệm vụ', meaning: 'một dòng có số của kế hoạch; có một hoặc nhiều phần giao việc' },
  {
    code: 'Assignment',
    vietnamese: 'giao việc',
    meaning: 'cơ quan chủ trì, cơ quan phối hợp, sản phẩm và thời hạn của một phần nhiệm vụ',
  },
  {
    code: 'DuePart',
    vietnamese: 'phần việc',
    meaning: 'một sản phẩm phải có, đến hạn một lần; một thời hạn có nhiều mốc sinh ra nhiều phần việc',
  },
  {
    code: 'Obligation',
    vietnamese: 'đầu việc của đơn vị',
    meaning: 'một phần việc của một đơn vị; nhiệm vụ giao cho cả nhóm thành một đầu việc cho mỗi thành viên',
  },
  { code: 'extended', vietnamese: 'gia hạn', meaning: 'thời hạn mới theo văn bản của cơ quan giao nhiệm vụ' },
  { code: 'returned', vietnamese: 'trả lại', meaning: 'báo cáo đã gửi bị trả lại để làm lại' },
  {
    code: 'corrected',
    vietnamese: 'đính chính, bổ sung',
    meaning: 'điều ghi trước đó cho cùng phần việc không còn hiệu lực; bản ghi cũ vẫn nằm trong sổ',
  },
];

const FIGURES: readonly Word[] = [
  { code: 'Indicator', vietnamese: 'chỉ tiêu thống kê', meaning: 'một dòng của phụ lục số liệu, có mã và đơn vị tính' },
  { code: 'Target', vietnamese: 'chỉ tiêu của kế hoạch', meaning: 'mức phải đạt, đo bằng một hoặc nhiều phép đo' },
  { code: 'rollUp', vietnamese: 'tổng hợp', meaning: 'cách số liệu của các đơn vị thành số liệu của thành phố' },
  { code: 'stock', vietnamese: 'số tại thời điểm', meaning: 'hiện có bao nhiêu vào ngày chốt số liệu; không cộng dồn' },
  { code: 'flow', vietnamese: 'số phát sinh trong kỳ', meaning: 'bao nhiêu việc đã xảy ra trong khung chốt số liệu' },
  {
    code: 'cumulative',
    vietnamese: 'số lũy kế',
    meaning: 'tính từ đầu năm báo cáo, nên kỳ sau không nhỏ hơn kỳ trước',
  },
];

const DOCUMENT: readonly Word[] = [
  { code: 'QuocHieu', vietnamese: 'Quốc hiệu', meaning: 'dòng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”' },
  { code: 'TieuNgu', vietnamese: 'Tiêu ngữ', meaning: 'dòng “Độc lập - Tự do - Hạnh phúc”' },
  { code: 'TrichYeu', vietnamese: 'trích yếu nội dung', meaning: 'câu nêu nội dung chủ yếu, dưới tên loại văn bản' },
  { code: 'noiNhan', vietnamese: 'nơi nhận', meaning: 'danh sách nơi nhận ở cuối văn bản, dòng cuối là “Lưu”' },
  { code: 'CanCu', vietnamese: 'căn cứ ban hành', meaning: 'các văn bản làm căn cứ, nêu trước phần nội dung' },
  {
    code: 'Citation',
    vietnamese: 'viện dẫn',
    meaning: 'văn bản được dẫn và chỗ trong văn bản (điều, khoản, mục); mọi quy tắc đều có',
  },
  { code: 'PhuLuc', vietnamese: 'phụ lục', meaning: 'phần kèm theo văn bản, có thể là trang ngang' },
];

export const GLOSSARY: readonly { readonly title: string; readonly words: readonly Word[] }[] = [
  { title: 'Thời gian', words: TIME },
  { title: 'Công việc', words: WORK },
  { title: 'Số liệu', words: FIGURES },
  { title: 'Văn bản', words: DOCUMENT },
];

/** When a status is given, in a line; the conditions themselves, with their grounds, are the decision table's. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  'done-on-time': 'hoàn thành không muộn hơn ngày cuối của thời hạn đang có hiệu lực (đã tính gia hạn)',
  'done-late': 'hoàn thành sau thời hạn, trước hoặc trong ngày chốt số liệu',
  'done-unsatisfactory': 'đã có sản phẩm nhưng cơ quan giao nhiệm vụ đánh giá chưa đạt yêu cầu',
  'in-progress': 'đã triển khai, chưa hết thời hạn',
  'not-due': 'chưa triển khai, chưa hết thời hạn',
  overdue: 'đã hết thời hạn tại ngày chốt số liệu mà chưa hoàn thành',
  'period-done': 'việc thường xuyên, định kỳ có kết quả trong khung chốt số liệu',
  'period-missing': 'việc thường xuyên, định kỳ; đơn vị có gửi báo cáo của kỳ nhưng không nêu kết quả',
  'no-report': 'việc thường xuyên, định kỳ; đơn vị chưa gửi gì cho kỳ này, nên chưa thể nói có hay không',
  'not-triggered': 'việc chỉ phát sinh khi có sự kiện, sự kiện đó chưa được ghi nhận',
  cancelled: 'có văn bản cho dừng, ban hành đến hết ngày chốt số liệu',
};
