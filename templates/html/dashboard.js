/* The dashboard's own script: explains a number, filters and searches a table. Nothing is fetched; all that it shows
   is text put in as text. The keys of numbers are described in src/report/dashboard/model.ts. */
(() => {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const number = (value) => value.toLocaleString('vi-VN');

  /** An element with its children; strings become text, never markup. */
  function el(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
    node.append(...children.filter((child) => child !== null && child !== ''));
    return node;
  }

  // ---- facts -------------------------------------------------------------------------------------------------

  let facts;

  /** Puts back numbers that were written as differences, through all lists. */
  function undiffer(lists) {
    let last = 0;
    for (const list of lists)
      for (const index of list.keys()) {
        last += list[index];
        list[index] = last;
      }
  }

  /** Unpacks the facts when they are first wanted. */
  async function load() {
    if (facts) return facts;
    const bytes = Uint8Array.from(atob(byId('du-lieu').textContent), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    facts = JSON.parse(await new Response(stream).text());
    undiffer(facts.rows.events);
    undiffer([facts.events.seq]);
    for (const { seq } of facts.figures) undiffer([seq]);
    return facts;
  }

  const indices = (list) => list.map((_, index) => index);
  const taskOf = (row) => facts.parts[facts.rows.part[row]][0];

  /** Does the row belong to the scope of a key: all, silent, a3 (area), u12 (unit), k5 (task)? */
  function inScope(scope) {
    if (scope === 'all') return () => true;
    if (scope === 'silent') return (row) => facts.rows.reported[row] === 0;
    const wanted = Number(scope.slice(1));
    if (scope[0] === 'u') return (row) => facts.rows.unit[row] === wanted;
    if (scope[0] === 'k') return (row) => taskOf(row) === wanted;
    return (row) => facts.tasks[taskOf(row)][1] === wanted;
  }

  /** Rows of the scope whose status is in the set. */
  function rowsIn(scope, set) {
    const belongs = inScope(scope);
    const statuses = new Set(facts.sets[set]);
    return indices(facts.rows.part).filter((row) => statuses.has(facts.rows.status[row]) && belongs(row));
  }

  function tasksIn(scope, set) {
    const area = scope === 'all' ? null : Number(scope.slice(1));
    const statuses = new Set(facts.sets[set]);
    return indices(facts.tasks).filter((task) => {
      const [, ofArea, status] = facts.tasks[task];
      return statuses.has(status) && (area === null || ofArea === area);
    });
  }

  // ---- explanations ------------------------------------------------------------------------------------------

  const PAGE = 40;

  /** A list that shows its items a page at a time. */
  function listOf(items, draw) {
    const list = el('ul', { class: 'why' });
    const more = el('button', { type: 'button' });
    let shown = 0;
    const next = () => {
      for (const item of items.slice(shown, shown + PAGE)) list.append(el('li', null, draw(item)));
      shown = Math.min(items.length, shown + PAGE);
      more.textContent = `Hiện thêm (còn ${number(items.length - shown)})`;
      more.hidden = shown >= items.length;
    };
    next();
    more.addEventListener('click', () => {
      const from = list.children.length;
      next();
      list.children[from]?.querySelector('summary')?.focus();
    });
    return el('div', null, list, more);
  }

  /** A fold whose content is made when it is first opened. */
  function fold(summary, make) {
    const node = el('details', null, el('summary', null, summary));
    node.addEventListener('toggle', () => {
      if (node.open && node.children.length === 1) node.append(...make());
    });
    return node;
  }

  function ruleText(index) {
    const { id, reason, basis } = facts.rules[index];
    return [
      el('p', null, `Quy tắc ${id}: ${reason}.`),
      basis.length > 0 ? el('p', null, `Căn cứ: ${basis.join('; ')}.`) : '',
    ];
  }

  function eventText(event) {
    const { seq, word, on, told, text, sample } = facts.events;
    const more = facts.texts[text[event]];
    const mark = sample[event] ? ' [mẫu]' : '';
    return `Sự kiện số ${number(seq[event])}: ${facts.texts[word[event]]}, xảy ra ngày ${facts.texts[on[event]]}, ghi ngày ${facts.texts[told[event]]}${mark}${more ? `. ${more}` : ''}`;
  }

  function rowDetail(row) {
    const { part, due, done, late, reported, rule, events } = facts.rows;
    const last = facts.texts[due[row]];
    const told = events[row];
    return [
      el(
        'p',
        null,
        `Thời hạn theo kế hoạch: ${facts.parts[part[row]][2]}; ${last ? `ngày cuối ${last}` : 'không có ngày cuối'}.`,
        facts.texts[done[row]] ? ` Hoàn thành ngày ${facts.texts[done[row]]}.` : '',
        late[row] > 0 ? ` Quá hạn ${number(late[row])} ngày.` : '',
        reported[row] ? '' : ' Đơn vị chưa gửi số liệu của kỳ.',
      ),
      ...ruleText(rule[row]),
      told.length > 0
        ? el('ul', { class: 'events' }, ...told.map((event) => el('li', null, eventText(event))))
        : el('p', null, 'Chưa ghi nhận sự kiện nào.'),
    ];
  }

  function rowFold(row) {
    const { part, unit, status } = facts.rows;
    const [task, title] = facts.parts[part[row]];
    const id = facts.tasks[task][0].split(':')[0];
    return fold(`${facts.units[unit[row]]}: nhiệm vụ ${id}, ${title} (${facts.statuses[status[row]]})`, () =>
      rowDetail(row),
    );
  }

  function taskDetail(task) {
    const rows = rowsIn(`k${task}`, 'all');
    return [
      ...ruleText(facts.tasks[task][3]),
      el('p', null, `Gồm ${number(rows.length)} phần việc:`),
      listOf(rows, rowFold),
    ];
  }

  const taskFold = (task) =>
    fold(`Nhiệm vụ ${facts.tasks[task][0]} (${facts.statuses[facts.tasks[task][2]]})`, () => taskDetail(task));

  /** What a count counts: [items, how one is drawn, their noun]. */
  const counted = (what, scope, set) =>
    what === 't' ? [tasksIn(scope, set), taskFold, 'nhiệm vụ'] : [rowsIn(scope, set), rowFold, 'phần việc'];

  function countDetail(what, scope, set) {
    const [items, draw, noun] = counted(what, scope, set);
    if (items.length === 0) return [el('p', null, `Không có ${noun} nào.`)];
    return [el('p', null, `${number(items.length)} ${noun}:`), listOf(items, draw)];
  }

  function rateDetail(what, scope) {
    const [done, draw, noun] = counted(what, scope, 'done');
    const [whole] = counted(what, scope, 'of');
    const [out] = counted(what, scope, 'left-out');
    const finished = new Set(done);
    const open = whole.filter((item) => !finished.has(item));
    const lot = (label, items) =>
      items.length > 0 ? fold(`${label}: ${number(items.length)} ${noun}`, () => [listOf(items, draw)]) : '';
    return [
      el(
        'p',
        null,
        `${number(done.length)} ${noun} đã hoàn thành, có kết quả trên ${number(whole.length)} ${noun} tính tỷ lệ.`,
      ),
      ...ruleText(facts.rate),
      lot('Đã hoàn thành, có kết quả', done),
      lot('Chưa hoàn thành', open),
      lot('Không tính tỷ lệ (đã dừng, chưa phát sinh)', out),
    ];
  }

  const bodies = (label, units) =>
    units.length > 0
      ? fold(`${label}: ${number(units.length)} cơ quan, đơn vị`, () => [listOf(units, (unit) => facts.units[unit])])
      : '';

  /** Who has answered a figure and who has not. */
  function answeredDetail(index) {
    const { who, title, value } = facts.figures[index];
    const what = el('p', null, `${title}: ${value}.`);
    const [asked, silent] = who.map((set) => facts.unitSets[set]);
    const missing = new Set(silent);
    return [
      what,
      el(
        'p',
        null,
        `Đếm cơ quan, đơn vị được giao trả lời chỉ tiêu này và đã trả lời (kể cả "không phát sinh", "không áp dụng"), trên ${number(asked.length)} cơ quan, đơn vị được giao. Chỉ tiêu tính từ nhiều chỉ tiêu khác thì phải trả lời đủ.`,
      ),
      bodies('Chưa trả lời', silent),
      bodies(
        'Đã trả lời',
        asked.filter((unit) => !missing.has(unit)),
      ),
      fold('Số liệu từng cơ quan, đơn vị đã báo', () => figureDetail(index)),
    ];
  }

  const goalText = ({ goal, value }) => [
    el('p', null, `Nội dung đo: ${goal.measure}.`),
    el('p', null, `Mức phải đạt: ${goal.level}. Kết quả: ${value}.`),
    el('p', null, `${goal.verdict}.`),
  ];

  function figureDetail(index) {
    const { how, basis, of, count, goal, reported, asked, units, amounts, seq } = facts.figures[index];
    return [
      ...(goal ? goalText(facts.figures[index]) : []),
      el('p', null, `${how}. ${asked > 0 ? `${number(reported)}/${number(asked)} đơn vị đã báo cáo.` : ''}`),
      basis.length > 0 ? el('p', null, `Căn cứ: ${basis.join('; ')}.`) : '',
      count ? fold('Các nhiệm vụ được đếm', () => countDetail(...count.split('/'))) : '',
      of.length > 0 ? listOf(of, figureFold) : '',
      units.length > 0
        ? listOf(
            indices(units),
            (i) => `${facts.units[units[i]]}: ${facts.texts[amounts[i]]} (sự kiện số ${number(seq[i])})`,
          )
        : '',
    ];
  }

  const figureFold = (index) =>
    fold(`${facts.figures[index].title}: ${facts.figures[index].value}`, () => figureDetail(index));

  /** A target of the plan in a list: with the reason, where it could not be judged. */
  function goalFold(index) {
    const { title, value, met, goal } = facts.figures[index];
    return fold(`${title}: ${met === null ? goal.verdict : value}`, () => figureDetail(index));
  }

  function sendingDetail(index) {
    const [, , ...channels] = facts.submissions[index];
    return channels.map((text) => el('p', null, facts.texts[text]));
  }

  function unitsDetail() {
    const { reported, told, expected } = facts.reporting;
    const sent = new Set(reported);
    const silent = expected.filter((unit) => !sent.has(unit));
    const rule =
      'Tính là đã gửi khi trong sổ có ít nhất một trong các việc sau: gửi báo cáo của kỳ; báo số liệu chỉ tiêu hoặc nội dung bằng lời của kỳ; báo một sự việc về nhiệm vụ xảy ra trong khung chốt số liệu của kỳ.';
    return [
      el('p', null, rule),
      el('p', null, `Tính trên ${number(expected.length)} cơ quan, đơn vị có phần việc phải thực hiện.`),
      bodies('Chưa gửi, chưa có việc nào nêu trên', silent),
      fold(`Đã gửi: ${number(reported.length)} cơ quan, đơn vị`, () => [
        listOf(indices(reported), (i) => `${facts.units[reported[i]]}: ${facts.texts[told[i]]}`),
      ]),
    ];
  }

  const goalsWith = (met) =>
    indices(facts.figures).filter((i) => facts.figures[i].goal && facts.figures[i].met === met);

  function targetsDetail() {
    const lot = (label, met) => {
      const own = goalsWith(met);
      return own.length > 0 ? fold(`${label}: ${number(own.length)} nội dung`, () => [listOf(own, goalFold)]) : '';
    };
    const how =
      'Một chỉ tiêu của kế hoạch có thể gồm nhiều nội dung đo, mỗi nội dung được đánh giá riêng. Đếm nội dung đạt trên các nội dung đánh giá được (đạt và chưa đạt).';
    return [el('p', null, how), lot('Đạt', true), lot('Chưa đạt', false), lot('Chưa đánh giá được', null)];
  }

  function openTargetsDetail() {
    const open = goalsWith(null);
    return [el('p', null, `${number(open.length)} nội dung chưa đánh giá được, vì sao:`), listOf(open, goalFold)];
  }

  /** Paragraphs made beforehand, then the explanation of the key that follows, if one does. */
  function noteDetail(index, rest) {
    const said = facts.notes[index].map((text) => el('p', null, facts.texts[text]));
    return rest ? [...said, ...detailOf(rest)] : said;
  }

  function detailOf(key) {
    const [kind, first, second, ...rest] = key.split('/');
    if (kind === 't' || kind === 'o')
      return second === 'rate' ? rateDetail(kind, first) : countDetail(kind, first, second);
    const index = Number(first);
    if (kind === 'n') return noteDetail(index, second && [second, ...rest].join('/'));
    if (kind === 'q') return answeredDetail(index);
    if (kind === 'k') return taskDetail(index);
    if (kind === 'j') return [el('p', null, `Nhiệm vụ ${facts.tasks[taskOf(index)][0]}.`), ...rowDetail(index)];
    if (kind === 'i') return figureDetail(index);
    if (kind === 's') return sendingDetail(index);
    if (kind === 'r') return unitsDetail();
    return first === 'open' ? openTargetsDetail() : targetsDetail();
  }

  // ---- dialog ------------------------------------------------------------------------------------------------

  /** What the number is called: its row (with its code, where it has one) and its column, or the label of its tile. */
  function nameOf(place) {
    const row = place.closest('tr');
    if (!row) return place.closest('li').querySelector('.label').textContent;
    const table = place.closest('table');
    const heads = table.tHead.rows[0].cells;
    const head = row.querySelector('th')?.textContent ?? row.cells[0].textContent;
    const code = heads[0].textContent === 'Mã' ? `${row.cells[0].textContent}, ` : '';
    return `${code}${head}: ${heads[place.cellIndex].textContent}`;
  }

  const dialog = byId('giai-trinh');

  async function explain(place) {
    byId('giai-trinh-de').textContent = nameOf(place);
    const content = byId('giai-trinh-nd');
    content.replaceChildren(el('p', { class: 'value' }, place.textContent));
    if (!dialog.open) dialog.showModal();
    try {
      await load();
    } catch (reason) {
      const help =
        'Trình duyệt này không mở được phần giải trình; hãy dùng bản mới hơn của Chrome, Edge, Cốc Cốc hoặc Firefox, hay lệnh baocao explain.';
      content.append(el('p', { role: 'alert' }, `${help} (${reason.message})`));
      return;
    }
    content.append(...detailOf(place.dataset.k).filter((node) => node !== ''));
  }

  function makeExplainable(place) {
    // Among hundreds of buttons "3" says nothing: heard alone, each is named by its row and column, then the number.
    const name = `${nameOf(place)}: ${place.textContent}`;
    const button = el(
      'button',
      { type: 'button', class: 'n', 'aria-haspopup': 'dialog', 'aria-label': name },
      ...place.childNodes,
    );
    button.addEventListener('click', () => void explain(place));
    place.replaceChildren(button);
  }

  // ---- filter and search -------------------------------------------------------------------------------------

  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;

  /** The word as it is compared. Letters keep hats, horns and the bar of đ; the tone stands apart, so hòa is hoà. */
  function wordOf(text) {
    const letters = text.replace(TONES, '').normalize('NFC');
    const tone = (text.match(TONES) ?? []).join('');
    const bare = text.replace(/\p{M}/gu, '').replaceAll('đ', 'd');
    return { letters, tone, bare, unmarked: letters === bare && tone === '' };
  }

  const splitWords = (text) => (text.toLowerCase().normalize('NFD').match(WORD) ?? []).map(wordOf);

  /** A word typed without any mark finds all that it can stand for; one with marks only its own letters and tone. */
  const isWord = (word, wanted) =>
    wanted.unmarked ? word.bare === wanted.bare : word.letters === wanted.letters && word.tone === wanted.tone;

  /** So does the beginning of a word; its tone may be still to come. */
  const begins = (word, wanted) =>
    isWord(word, wanted) ||
    (word.bare.length > wanted.bare.length &&
      (wanted.unmarked
        ? word.bare.startsWith(wanted.bare)
        : word.letters.startsWith(wanted.letters) && word.tone.startsWith(wanted.tone)));

  /** Do the words stand one after another? The last may be only begun. */
  function hasPhrase(words, wanted) {
    const last = wanted.length - 1;
    const fits = (at) => wanted.every((want, i) => (i === last ? begins : isWord)(words[at + i], want));
    for (let at = 0; at + last < words.length; at += 1) if (fits(at)) return true;
    return false;
  }

  const hasAll = (cells, wanted) => wanted.every((want) => cells.some((words) => words.some((w) => begins(w, want))));

  /** Text of a cell, where a new line parts words as a space does. */
  const cellText = (cell) =>
    [...cell.childNodes].map((node) => (node.nodeName === 'BR' ? ' ' : node.textContent)).join('');

  /** A search through rows, each given with its cells: of a query, the rows to show and whether as a phrase. */
  function searchOf(entries) {
    const known = new Map();
    const wordsOf = (cell) => {
      const text = cellText(cell);
      if (!known.has(text)) known.set(text, splitWords(text));
      return known.get(text);
    };
    let index;
    return (query) => {
      const wanted = splitWords(query);
      if (wanted.length === 0) return { found: null, loose: false };
      index ??= entries.map(({ row, cells }) => [row, cells.map(wordsOf)]);
      const rows = (test) => new Set(index.filter(([, cells]) => test(cells)).map(([row]) => row));
      const exact = rows((cells) => cells.some((words) => hasPhrase(words, wanted)));
      if (exact.size > 0) return { found: exact, loose: false };
      return { found: rows((cells) => hasAll(cells, wanted)), loose: true };
    };
  }

  function choice(label, values, onChange) {
    const select = el('select', null, el('option', { value: '' }, 'Tất cả'));
    for (const value of values) select.append(el('option', { value }, value));
    select.addEventListener('change', onChange);
    return [el('label', null, `${label} `, select), select];
  }

  /** What the rows under a table's headings are: [{ body, rows: [{ row, cells }] }]; a heading is a cell of each row. */
  const bodiesOf = (table) =>
    [...table.tBodies].map((body) => {
      const title = body.rows[0].classList.contains('group') ? body.rows[0] : null;
      const rows = [...body.rows].filter((row) => row !== title);
      return { body, rows: rows.map((row) => ({ row, cells: [...(title?.cells ?? []), ...row.cells] })) };
    });

  /** Shows the rows that pass; the number of them. */
  function showRows(bodies, passes) {
    let shown = 0;
    for (const { body, rows } of bodies) {
      const before = shown;
      for (const { row } of rows) {
        row.hidden = !passes(row, body);
        if (!row.hidden) shown += 1;
      }
      body.hidden = shown === before;
    }
    return shown;
  }

  function statusText(shown, all, loose) {
    if (shown === 0) return 'Không có dòng nào khớp.';
    const lines = `${number(shown)}/${number(all)} dòng`;
    return loose ? `Không có cụm từ này; hiện ${lines} có đủ các từ.` : `Hiện ${lines}.`;
  }

  /** Choices of a table: [label, test of a row and its body] each. */
  function choicesOf(table, bodies, onChange) {
    const made = [];
    const add = (title, values, valueOf) => {
      if (values.size < 2) return;
      const [label, select] = choice(title, values, onChange);
      made.push([label, (row, body) => select.value === '' || valueOf(row, body) === select.value]);
    };
    const groups = new Set(bodies.map(({ body }) => body.dataset.g).filter(Boolean));
    if (table.dataset.groups) add(table.dataset.groups, groups, (_, body) => body.dataset.g);
    for (const head of table.tHead.rows[0].cells) {
      if (!head.dataset.f) continue;
      const valueOf = (row) => row.cells[head.cellIndex].textContent;
      const values = new Set(bodies.flatMap(({ rows }) => rows.map(({ row }) => valueOf(row))));
      values.delete('');
      add(head.textContent, values, valueOf);
    }
    return made;
  }

  function makeSearchable(table) {
    const bodies = bodiesOf(table);
    const entries = bodies.flatMap(({ rows }) => rows);
    const search = searchOf(entries);
    const input = el('input', { type: 'search', autocomplete: 'off' });
    const status = el('span', { role: 'status' });
    const apply = () => {
      const { found, loose } = search(input.value);
      const passes = (row, body) => (found?.has(row) ?? true) && choices.every(([, test]) => test(row, body));
      const shown = showRows(bodies, passes);
      status.textContent = statusText(shown, entries.length, loose);
      form.classList.toggle('narrowed', shown < entries.length);
      // The total is that of all rows: beside some of them it would be read as theirs.
      if (table.tFoot) table.tFoot.hidden = shown < entries.length;
    };
    const choices = choicesOf(table, bodies, apply);
    input.addEventListener('input', apply);
    const form = el('div', { class: 'filters', role: 'search' }, el('label', null, 'Tìm ', input));
    form.setAttribute('aria-label', table.caption.textContent);
    form.append(...choices.map(([label]) => label), status);
    table.parentElement.before(form);
  }

  for (const table of document.querySelectorAll('table[data-search]')) makeSearchable(table);
  for (const place of document.querySelectorAll('[data-k]')) makeExplainable(place);
  byId('giai-trinh-dong').addEventListener('click', () => dialog.close());
  // A click beside the dialog closes it, as Escape does.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
