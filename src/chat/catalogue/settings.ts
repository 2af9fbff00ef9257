import type { Messages } from './message.ts';

/** What moderators set for their server, and taking it out and back. */
export const settings = {
  'command.settings.name': { 'zh-CN': '设置', 'zh-TW': '設定', en: 'settings' },
  'command.settings.description': {
    'zh-CN': '本服务器的设置：管理员身份组、审核频道、语言、时区、免打扰、阈值',
    'zh-TW': '本伺服器的設定：管理員身分組、審核頻道、語言、時區、免打擾、門檻',
    en: 'This server’s settings: moderator role, review channel, language, time zone, quiet hours, thresholds',
  },
  'command.settings.show.name': { 'zh-CN': '查看', 'zh-TW': '查看', en: 'show' },
  'command.settings.show.description': {
    'zh-CN': '查看现在的设置',
    'zh-TW': '查看現在的設定',
    en: 'What is set now',
  },
  'command.settings.edit.name': { 'zh-CN': '修改', 'zh-TW': '修改', en: 'edit' },
  'command.settings.edit.description': {
    'zh-CN': '修改设置，没有填的保持不变',
    'zh-TW': '修改設定，沒有填的保持不變',
    en: 'Change settings; what is left out stays',
  },
  'command.settings.edit.moderators.name': {
    'zh-CN': '管理员身份组',
    'zh-TW': '管理員身分組',
    en: 'moderators',
  },
  'command.settings.edit.moderators.description': {
    'zh-CN': '有这个身份组的成员也能管理本机器人',
    'zh-TW': '有這個身分組的成員也能管理本機器人',
    en: 'Members with this role may moderate the bot too',
  },
  'command.settings.edit.review.name': { 'zh-CN': '审核频道', 'zh-TW': '審核頻道', en: 'review' },
  'command.settings.edit.review.description': {
    'zh-CN': '存疑的文件、栏目和订阅的问题发到这里',
    'zh-TW': '存疑的文件、欄目和訂閱的問題發到這裡',
    en: 'Where doubtful documents and troubles of sources and subscriptions are posted',
  },
  'command.settings.edit.language.name': { 'zh-CN': '语言', 'zh-TW': '語言', en: 'language' },
  'command.settings.edit.language.description': {
    'zh-CN': '提醒和审核消息的语言',
    'zh-TW': '提醒和審核訊息的語言',
    en: 'Language of alerts and of what is posted for moderators',
  },
  'command.settings.edit.time-zone.name': { 'zh-CN': '时区', 'zh-TW': '時區', en: 'time-zone' },
  'command.settings.edit.time-zone.description': {
    'zh-CN': '汇总和免打扰时间按这个时区',
    'zh-TW': '彙整和免打擾時間按這個時區',
    en: 'Digests and quiet hours go by its clock',
  },
  'command.settings.edit.quiet.name': { 'zh-CN': '免打扰', 'zh-TW': '免打擾', en: 'quiet' },
  'command.settings.edit.quiet.description': {
    'zh-CN': '如 22:00-07:00，其间不发提醒',
    'zh-TW': '如 22:00-07:00，其間不發提醒',
    en: 'Such as 22:00-07:00: nothing is sent then',
  },
  'command.settings.edit.tell.name': { 'zh-CN': '提醒阈值', 'zh-TW': '提醒門檻', en: 'tell' },
  'command.settings.edit.tell.description': {
    'zh-CN': '把握达到百分之几就提醒（25–95）',
    'zh-TW': '把握達到百分之幾就提醒（25–95）',
    en: 'Tell a link that is this likely to be right, in percent (25–95)',
  },
  'command.settings.edit.doubt.name': { 'zh-CN': '审核阈值', 'zh-TW': '審核門檻', en: 'doubt' },
  'command.settings.edit.doubt.description': {
    'zh-CN': '把握达到百分之几就送审核（25–95，不高于提醒阈值）',
    'zh-TW': '把握達到百分之幾就送審核（25–95，不高於提醒門檻）',
    en: 'Review a link that is this likely, in percent (25–95, at most the threshold of telling)',
  },
  'command.settings.edit.clear.name': { 'zh-CN': '清除', 'zh-TW': '清除', en: 'clear' },
  'command.settings.edit.clear.description': {
    'zh-CN': '把这一项恢复为默认',
    'zh-TW': '把這一項恢復為預設',
    en: 'Set this one back to its default',
  },
  'command.settings.export.name': { 'zh-CN': '导出', 'zh-TW': '匯出', en: 'export' },
  'command.settings.export.description': {
    'zh-CN': '把主题、栏目、订阅和设置导出为文件',
    'zh-TW': '把主題、欄目、訂閱和設定匯出為檔案',
    en: 'Get topics, sources, subscriptions and settings as a file',
  },
  'command.settings.export.format.name': { 'zh-CN': '格式', 'zh-TW': '格式', en: 'format' },
  'command.settings.export.format.description': {
    'zh-CN': 'YAML（全部，默认）或 OPML（仅栏目）',
    'zh-TW': 'YAML（全部，預設）或 OPML（僅欄目）',
    en: 'YAML (all, unless said otherwise) or OPML (sources alone)',
  },
  'command.settings.import.name': { 'zh-CN': '导入', 'zh-TW': '匯入', en: 'import' },
  'command.settings.import.description': {
    'zh-CN': '从导出的文件恢复：先预览，确认后全部生效或全部不生效',
    'zh-TW': '從匯出的檔案恢復：先預覽，確認後全部生效或全部不生效',
    en: 'From an exported file: you see the changes first, then all of them are made or none',
  },
  'command.settings.import.file.name': { 'zh-CN': '文件', 'zh-TW': '檔案', en: 'file' },
  'command.settings.import.file.description': {
    'zh-CN': '导出的 YAML，或阅读器的 OPML',
    'zh-TW': '匯出的 YAML，或閱讀器的 OPML',
    en: 'An exported YAML, or a feed reader’s OPML',
  },
  'command.settings.import.mode.name': { 'zh-CN': '方式', 'zh-TW': '方式', en: 'mode' },
  'command.settings.import.mode.description': {
    'zh-CN': '合并（默认）或完全替换',
    'zh-TW': '合併（預設）或完全取代',
    en: 'Merge (unless said otherwise) or replace',
  },
  'settings.mode.merge': {
    'zh-CN': '合并：不删除任何内容',
    'zh-TW': '合併：不刪除任何內容',
    en: 'merge: nothing is taken away',
  },
  'settings.mode.replace': {
    'zh-CN': '替换：文件写到的部分里，没有列出的会删除',
    'zh-TW': '取代：檔案寫到的部分裡，沒有列出的會刪除',
    en: 'replace: of each part in the file, what is not listed there goes',
  },
  'settings.format.yaml': { 'zh-CN': 'YAML（全部）', 'zh-TW': 'YAML（全部）', en: 'YAML (all)' },
  'settings.format.opml': {
    'zh-CN': 'OPML（仅栏目）',
    'zh-TW': 'OPML（僅欄目）',
    en: 'OPML (sources alone)',
  },
  'settings.clear.moderatorRoleId': {
    'zh-CN': '管理员身份组',
    'zh-TW': '管理員身分組',
    en: 'moderator role',
  },
  'settings.clear.reviewChannelId': { 'zh-CN': '审核频道', 'zh-TW': '審核頻道', en: 'review channel' },
  'settings.clear.locale': { 'zh-CN': '语言', 'zh-TW': '語言', en: 'language' },
  'settings.clear.timeZone': { 'zh-CN': '时区', 'zh-TW': '時區', en: 'time zone' },
  'settings.clear.quietHours': { 'zh-CN': '免打扰', 'zh-TW': '免打擾', en: 'quiet hours' },
  'settings.clear.thresholds': { 'zh-CN': '两个阈值', 'zh-TW': '兩個門檻', en: 'both thresholds' },

  'settings.guild-only': {
    'zh-CN': '这个命令只能在服务器里用。请到服务器的频道里再试。',
    'zh-TW': '這個指令只能在伺服器裡用。請到伺服器的頻道裡再試。',
    en: 'This command works in a server only: use it there.',
  },
  'settings.heading': {
    'zh-CN': '### 本服务器的设置',
    'zh-TW': '### 本伺服器的設定',
    en: '### This server’s settings',
  },
  'settings.line': {
    'zh-CN': '**{name}**：{value}',
    'zh-TW': '**{name}**：{value}',
    en: '**{name}**: {value}',
  },
  'settings.none': { 'zh-CN': '未设', 'zh-TW': '未設', en: 'not set' },
  'settings.percent': { 'zh-CN': '{value}%', 'zh-TW': '{value}%', en: '{value}%' },
  'settings.locale.zh-CN': { 'zh-CN': '简体中文', 'zh-TW': '簡體中文', en: 'Simplified Chinese' },
  'settings.locale.zh-TW': { 'zh-CN': '繁体中文', 'zh-TW': '繁體中文', en: 'Traditional Chinese' },
  'settings.locale.en': { 'zh-CN': '英文', 'zh-TW': '英文', en: 'English' },
  'settings.no-review': {
    'zh-CN': '没有审核频道：存疑的文件只列在 `/审核` 里；栏目读不到时，不会有人收到提示。',
    'zh-TW': '沒有審核頻道：存疑的文件只列在 `/審核` 裡；欄目讀不到時，不會有人收到提示。',
    en: 'No review channel: doubtful documents are listed in `/review` alone, and nobody hears of troubles of sources.',
  },
  'settings.unchanged': {
    'zh-CN': '没有改变任何内容：现在的设置就是这样。',
    'zh-TW': '沒有改變任何內容：現在的設定就是這樣。',
    en: 'Nothing was changed: it is set so already.',
  },
  'settings.saved': {
    'zh-CN': '已保存，立即生效。',
    'zh-TW': '已儲存，立即生效。',
    en: 'Saved; it holds from now on.',
  },
  'settings.undo-hint': {
    'zh-CN': '`/记录` 可以查看和撤销。',
    'zh-TW': '`/紀錄` 可以查看和撤銷。',
    en: '`/audit` shows it and can take it back.',
  },
  'settings.role-hint': {
    'zh-CN':
      '有 {role} 的成员现在可以用本机器人的管理按钮。要让他们看到管理命令，请在“服务器设置 → 整合 → 条例”里为这个身份组允许 `/主题`、`/栏目`、`/审核`、`/设置`、`/记录`。',
    'zh-TW':
      '有 {role} 的成員現在可以用本機器人的管理按鈕。要讓他們看到管理指令，請在「伺服器設定 → 整合 → 條例」裡為這個身分組允許 `/主題`、`/欄目`、`/審核`、`/設定`、`/紀錄`。',
    en: 'Members with {role} may now press the moderators’ buttons. For them to see the moderators’ commands, allow the role `/topic`, `/feed`, `/review`, `/settings` and `/audit` in Server Settings → Integrations → Tiaoli.',
  },
  'settings.review-hint': {
    'zh-CN': '存疑的文件会发到 {channel}；已有 {count} 份在等待，用 `/审核` 查看。',
    'zh-TW': '存疑的文件會發到 {channel}；已有 {count} 份在等待，用 `/審核` 查看。',
    en: 'Doubtful documents are posted in {channel}; {count} wait already, see `/review`.',
  },
  'settings.everyone-role': {
    'zh-CN': '不能把 @everyone 设为管理员身份组：那样所有人都能管理。请选一个身份组。没有保存任何内容。',
    'zh-TW': '不能把 @everyone 設為管理員身分組：那樣所有人都能管理。請選一個身分組。沒有儲存任何內容。',
    en: '@everyone cannot be the moderators’ role: all would be moderators. Choose another; nothing was saved.',
  },
  'settings.bad-quiet': {
    'zh-CN': '看不懂免打扰时间“{typed}”。请写成 `22:00-07:00`。没有保存任何内容。',
    'zh-TW': '看不懂免打擾時間「{typed}」。請寫成 `22:00-07:00`。沒有儲存任何內容。',
    en: 'I cannot read “{typed}” as quiet hours. Write `22:00-07:00`; nothing was saved.',
  },
  'settings.bad-zone': {
    'zh-CN': '没有时区“{typed}”。请从列表中选择，例如 `Asia/Shanghai`。没有保存任何内容。',
    'zh-TW': '沒有時區「{typed}」。請從列表中選擇，例如 `Asia/Shanghai`。沒有儲存任何內容。',
    en: 'There is no time zone “{typed}”. Choose one from the list, such as `Asia/Shanghai`; nothing was saved.',
  },
  'settings.bad-thresholds': {
    'zh-CN': '审核阈值（{review}%）不能高于提醒阈值（{tell}%）。没有保存任何内容。',
    'zh-TW': '審核門檻（{review}%）不能高於提醒門檻（{tell}%）。沒有儲存任何內容。',
    en: 'The threshold of review ({review}%) cannot be above that of telling ({tell}%); nothing was saved.',
  },
  'settings.stale': {
    'zh-CN': '刚刚有人改过同一处，你的修改没有保存。请再看一遍后重试。',
    'zh-TW': '剛剛有人改過同一處，你的修改沒有儲存。請再看一遍後重試。',
    en: 'Somebody changed the same thing just now; yours was not saved. Look again and try again.',
  },
  'settings.exported': {
    'zh-CN':
      '已导出：{topics} 个主题、{feeds} 个栏目、{subscriptions} 项订阅。个人的私信订阅不在其中。用 `/设置 导入` 放回。',
    'zh-TW':
      '已匯出：{topics} 個主題、{feeds} 個欄目、{subscriptions} 項訂閱。個人的私訊訂閱不在其中。用 `/設定 匯入` 放回。',
    en: 'Exported: {topics} topics, {feeds} sources, {subscriptions} subscriptions; no person’s own. `/settings import` puts it back.',
  },
  'settings.opml-title': { 'zh-CN': '条例的栏目', 'zh-TW': '條例的欄目', en: 'Sources of Tiaoli' },
  'cli.server-id': {
    'zh-CN': '服务器的 ID（数字）',
    'zh-TW': '伺服器的 ID（數字）',
    en: 'the id of a server, digits alone',
  },
  'cli.import.guild': {
    'zh-CN': '若文件只是一个服务器的配置（或 OPML），请用 `--guild` 指明服务器的 ID。',
    'zh-TW': '若檔案只是一個伺服器的設定（或 OPML），請用 `--guild` 指明伺服器的 ID。',
    en: 'Where the file is one server’s configuration, or OPML, name the server with `--guild ID`.',
  },
  'cli.import.stale': {
    'zh-CN': '服务器 {guild} 的配置刚刚被改过。这些服务器没有导入：{left}；其余的已经导入。请再运行一次。',
    'zh-TW': '伺服器 {guild} 的設定剛剛被改過。這些伺服器沒有匯入：{left}；其餘的已經匯入。請再執行一次。',
    en: 'The configuration of server {guild} was changed just now. Not imported: {left}; the others were. Run it again.',
  },
  'cli.import.done': {
    'zh-CN': '服务器 {guild}：已改变 {count} 项。',
    'zh-TW': '伺服器 {guild}：已改變 {count} 項。',
    en: 'Server {guild}: {count} changes made.',
  },
  'cli.import.preview': {
    'zh-CN': '服务器 {guild}：将改变 {count} 项（没有改变任何内容）。',
    'zh-TW': '伺服器 {guild}：將改變 {count} 項（沒有改變任何內容）。',
    en: 'Server {guild}: {count} changes would be made; nothing was changed.',
  },
  'import.faults': {
    'zh-CN': '这个文件不能导入，没有改变任何内容。请改正后再试：',
    'zh-TW': '這個檔案不能匯入，沒有改變任何內容。請改正後再試：',
    en: 'This file cannot be imported, and nothing was changed. Mend these and try again:',
  },
  'import.faults.more': {
    'zh-CN': '另有 {count} 项。',
    'zh-TW': '另有 {count} 項。',
    en: 'And {count} more.',
  },
  'import.too-large': {
    'zh-CN': '文件太大（最多 {limit} KB）。没有改变任何内容。',
    'zh-TW': '檔案太大（最多 {limit} KB）。沒有改變任何內容。',
    en: 'The file is too large (at most {limit} KB); nothing was changed.',
  },
  'import.unreachable': {
    'zh-CN': '取不到这个文件。请重新上传后再试。',
    'zh-TW': '取不到這個檔案。請重新上傳後再試。',
    en: 'The file could not be fetched. Attach it again.',
  },
  'import.foreign': {
    'zh-CN': '只能导入上传到 Discord 的文件。',
    'zh-TW': '只能匯入上傳到 Discord 的檔案。',
    en: 'Only a file attached in Discord can be imported.',
  },
  'import.nothing': {
    'zh-CN': '这个文件和现在的配置一样，没有要改的。',
    'zh-TW': '這個檔案和現在的設定一樣，沒有要改的。',
    en: 'The file says what is so already; there is nothing to change.',
  },
  'import.preview': {
    'zh-CN':
      '### 导入预览\n新增 {added} 项，修改 {changed} 项，删除 {removed} 项。确认后全部生效；现在还没有改变任何内容。',
    'zh-TW':
      '### 匯入預覽\n新增 {added} 項，修改 {changed} 項，刪除 {removed} 項。確認後全部生效；現在還沒有改變任何內容。',
    en: '### What the import would change\n{added} new, {changed} changed, {removed} gone. Confirmed, all of it is done; nothing is yet.',
  },
  'import.confirm': { 'zh-CN': '导入', 'zh-TW': '匯入', en: 'Import' },
  'import.cancel': { 'zh-CN': '取消', 'zh-TW': '取消', en: 'Cancel' },
  'import.cancelled': {
    'zh-CN': '已取消，没有改变任何内容。',
    'zh-TW': '已取消，沒有改變任何內容。',
    en: 'Cancelled; nothing was changed.',
  },
  'import.gone': {
    'zh-CN': '这个预览已过期。请重新导入文件。没有改变任何内容。',
    'zh-TW': '這個預覽已過期。請重新匯入檔案。沒有改變任何內容。',
    en: 'This preview has expired. Import the file again; nothing was changed.',
  },
  'import.done': {
    'zh-CN': '已导入：{count} 项改变，立即生效。`/记录` 可以一次撤销。',
    'zh-TW': '已匯入：{count} 項改變，立即生效。`/紀錄` 可以一次撤銷。',
    en: 'Imported: {count} changes, in force now. `/audit` can take them back at once.',
  },
} as const satisfies Messages;
