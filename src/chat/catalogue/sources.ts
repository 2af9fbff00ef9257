import type { Messages } from './message.ts';

const named = <const S extends string, const T extends string, const E extends string>(
  zh: S,
  tw: T,
  en: E,
) => ({ 'zh-CN': zh, 'zh-TW': tw, en });
const sourceName = named('栏目', '欄目', 'source');
const whichOwn = named('本服务器添加的栏目', '本伺服器新增的欄目', 'A source this server added');
const which = named('从列表中选择', '從列表中選擇', 'Choose from the list');

/** What moderators do with sources: their server's own, and pausing everybody's. */
export const sources = {
  'command.feed.add.name': named('添加', '新增', 'add'),
  'command.feed.add.description': named(
    '添加一个栏目：先试读，确认后只对本服务器生效',
    '新增一個欄目：先試讀，確認後只對本伺服器生效',
    'Add a source: it is tried first, and is this server’s alone',
  ),
  'command.feed.add.url.name': named('网址', '網址', 'url'),
  'command.feed.add.url.description': named(
    '栏目网页、RSS 或 JSON 接口的网址',
    '欄目網頁、RSS 或 JSON 介面的網址',
    'The address of a list page, a feed or a JSON API',
  ),
  'command.feed.add.name.name': named('名称', '名稱', 'name'),
  'command.feed.add.name.description': named('怎样称呼它', '怎樣稱呼它', 'What to call it'),
  'command.feed.add.authority.name': named('机关', '機關', 'authority'),
  'command.feed.add.authority.description': named('由谁发布', '由誰發布', 'Who publishes it'),
  'command.feed.add.reader.name': named('读取方式', '讀取方式', 'reader'),
  'command.feed.add.reader.description': named(
    '通常自动判断即可',
    '通常自動判斷即可',
    'Left to the page unless said otherwise',
  ),
  'command.feed.edit.name': named('修改', '修改', 'edit'),
  'command.feed.edit.description': named(
    '修改本服务器添加的栏目：名称、机关、读取方式',
    '修改本伺服器新增的欄目：名稱、機關、讀取方式',
    'Change a source this server added: name, authority, reader',
  ),
  'command.feed.edit.source.name': sourceName,
  'command.feed.edit.source.description': whichOwn,
  'command.feed.remove.name': named('删除', '刪除', 'remove'),
  'command.feed.remove.description': named(
    '删除本服务器添加的栏目，先确认',
    '刪除本伺服器新增的欄目，先確認',
    'Remove a source this server added, after asking',
  ),
  'command.feed.remove.source.name': sourceName,
  'command.feed.remove.source.description': whichOwn,
  'command.feed.pause.name': named('暂停', '暫停', 'pause'),
  'command.feed.pause.description': named(
    '本服务器暂不接收这个栏目的内容',
    '本伺服器暫不接收這個欄目的內容',
    'Hear nothing from a source in this server for now',
  ),
  'command.feed.pause.source.name': sourceName,
  'command.feed.pause.source.description': which,
  'command.feed.resume.name': named('恢复', '恢復', 'resume'),
  'command.feed.resume.description': named(
    '重新接收这个栏目',
    '重新接收這個欄目',
    'Hear from a source again',
  ),
  'command.feed.resume.source.name': sourceName,
  'command.feed.resume.source.description': which,
  'command.feed.list.name': named('列表', '列表', 'list'),
  'command.feed.list.description': named(
    '所有栏目，本服务器添加的在前',
    '所有欄目，本伺服器新增的在前',
    'All sources, this server’s own first',
  ),

  'feed.reader.auto': named('自动判断', '自動判斷', 'left to the page'),
  'feed.reader.rss': named('RSS / Atom', 'RSS / Atom', 'RSS / Atom'),
  'feed.reader.html': named('网页列表', '網頁列表', 'list page'),
  'feed.reader.json': named('JSON 接口', 'JSON 介面', 'JSON API'),
  'feed.reader.edit': named('改读取方式…', '改讀取方式…', 'How it is read…'),
  'feed.form.title': named('栏目', '欄目', 'Source'),
  'feed.form.name': named('名称', '名稱', 'Name'),
  'feed.form.authority': named('发布机关', '發布機關', 'Authority'),
  'feed.form.reader': named('读取方式', '讀取方式', 'Reader'),
  'feed.form.selectors': named(
    '选择器（网页或 JSON）',
    '選擇器（網頁或 JSON）',
    'Selectors (list page or JSON)',
  ),
  'feed.form.selectors.description': named(
    '每行一个，如 item: ul.list > li；title: a；link: a@href；date: span',
    '每行一個，如 item: ul.list > li；title: a；link: a@href；date: span',
    'One a line, such as item: ul.list > li, title: a, link: a@href, date: span',
  ),
  'feed.refused': named(
    '这个网址不会去读：{why}。没有保存任何内容。',
    '這個網址不會去讀：{why}。沒有儲存任何內容。',
    'This address is not visited: {why}. Nothing was saved.',
  ),
  'feed.known': named(
    '“{name}”已在所有服务器共用的栏目中，不必添加。',
    '「{name}」已在所有伺服器共用的欄目中，不必新增。',
    '“{name}” is watched for every server already.',
  ),
  'feed.yours': named(
    '本服务器已经添加过：“{name}”。用 `/栏目 修改` 更改。',
    '本伺服器已經新增過：「{name}」。用 `/欄目 修改` 更改。',
    'This server has it already: “{name}”. Change it with `/feed edit`.',
  ),
  'feed.not-yours': named(
    '没有这个本服务器添加的栏目。共用的栏目可以用 `/栏目 暂停`，不能修改或删除。',
    '沒有這個本伺服器新增的欄目。共用的欄目可以用 `/欄目 暫停`，不能修改或刪除。',
    'This server added no such source. One of everybody’s can be paused with `/feed pause`, not changed or removed.',
  ),
  'feed.too-many': named(
    '一个服务器最多添加 {most} 个栏目。请先用 `/栏目 删除` 去掉不用的。',
    '一個伺服器最多新增 {most} 個欄目。請先用 `/欄目 刪除` 去掉不用的。',
    'A server may add {most} sources. Remove one you do not need first, with `/feed remove`.',
  ),
  'feed.bad-selector': named(
    '看不懂选择器“{line}”。每行写成 `名称: 选择器`，名称只能是 {fields}，每个最多 200 字，不用 `:has`、`:not` 一类。没有保存任何内容。',
    '看不懂選擇器「{line}」。每行寫成 `名稱: 選擇器`，名稱只能是 {fields}，每個最多 200 字，不用 `:has`、`:not` 一類。沒有儲存任何內容。',
    'I cannot read the selector “{line}”. Write `name: selector` on each line; names are {fields}, 200 characters each at most, without `:has`, `:not` and the like. Nothing was saved.',
  ),
  'feed.bad-reader': named(
    '这些选择器不够：{why}。没有保存任何内容。',
    '這些選擇器不夠：{why}。沒有儲存任何內容。',
    'These selectors are not enough: {why}. Nothing was saved.',
  ),
  'feed.forgotten': named(
    '这次编辑已过期。请重新用 `/栏目 添加` 或 `/栏目 修改`。没有保存任何内容。',
    '這次編輯已過期。請重新用 `/欄目 新增` 或 `/欄目 修改`。沒有儲存任何內容。',
    'This draft has expired. Begin again with `/feed add` or `/feed edit`; nothing was saved.',
  ),
  'feed.propose': named(
    '还没有保存。保存后只有本服务器会收到它的内容；现有的内容只记录，不提醒。',
    '還沒有儲存。儲存後只有本伺服器會收到它的內容；現有的內容只記錄，不提醒。',
    'Not saved yet. Once saved, this server alone hears from it; what is there now is learned, not told.',
  ),
  'feed.propose.broken': named(
    '还没有保存。现在读不到内容：请改读取方式，或者确认网址。',
    '還沒有儲存。現在讀不到內容：請改讀取方式，或者確認網址。',
    'Not saved yet. Nothing can be read from it now: change how it is read, or look at the address again.',
  ),
  'feed.save': named('保存', '儲存', 'Save'),
  'feed.save.anyway': named('仍然保存', '仍然儲存', 'Save all the same'),
  'feed.saved': named(
    '已保存“{name}”，几分钟内开始读取。用 `/栏目 状况` 查看。',
    '已儲存「{name}」，幾分鐘內開始讀取。用 `/欄目 狀況` 查看。',
    'Saved “{name}”; it is read within minutes. `/feed status` shows how it stands.',
  ),
  'feed.remove': named('删除', '刪除', 'Remove'),
  'feed.remove.confirm': named(
    '删除“{name}”？不再读取它；已从它记录的 {count} 份文件会保留。',
    '刪除「{name}」？不再讀取它；已從它記錄的 {count} 份文件會保留。',
    'Remove “{name}”? It is read no more; the {count} documents known from it stay.',
  ),
  'feed.removed': named('已删除“{name}”。', '已刪除「{name}」。', '“{name}” is removed.'),
  'feed.paused': named(
    '已暂停：本服务器不再收到只在“{name}”出现的内容。用 `/栏目 恢复` 重新接收。',
    '已暫停：本伺服器不再收到只在「{name}」出現的內容。用 `/欄目 恢復` 重新接收。',
    'Paused: this server hears nothing that only “{name}” shows. `/feed resume` ends it.',
  ),
  'feed.resumed': named(
    '已恢复“{name}”。暂停期间的内容可以用 `/最新` 查看。',
    '已恢復「{name}」。暫停期間的內容可以用 `/最新` 查看。',
    '“{name}” is heard again. `/latest` shows what came meanwhile.',
  ),
  'feed.paused.already': named(
    '“{name}”已经是暂停的。',
    '「{name}」已經是暫停的。',
    '“{name}” is paused already.',
  ),
  'feed.resumed.already': named('“{name}”没有暂停。', '「{name}」沒有暫停。', '“{name}” is not paused.'),
  'feed.list.heading': named(
    '### 栏目\n本服务器添加 {own} 个，共用 {all} 个，其中本服务器暂停 {paused} 个',
    '### 欄目\n本伺服器新增 {own} 個，共用 {all} 個，其中本伺服器暫停 {paused} 個',
    '### Sources\n{own} of this server, {all} of everybody; {paused} paused here',
  ),
  'feed.list.own': named(
    '★ {name}（{authority}）{state}',
    '★ {name}（{authority}）{state}',
    '★ {name} ({authority}) {state}',
  ),
  'feed.list.line': named(
    '{name}（{authority}）{state}',
    '{name}（{authority}）{state}',
    '{name} ({authority}) {state}',
  ),
  'feed.list.paused': named('⏸ 已暂停', '⏸ 已暫停', '⏸ paused'),
  'feed.list.watched': { 'zh-CN': '✓', 'zh-TW': '✓', en: '✓' },
} as const satisfies Messages;
