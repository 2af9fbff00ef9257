/**
 * What a page says of itself rather than of its subject; it comes and goes without the text being changed.
 * Takes: 【打印本页】【关闭窗口】 · 责任编辑：张三 · 扫一扫在手机打开当前页 · 您访问的链接即将离开“首都之窗”门户网站 是否继续？ · 浏览次数：12.
 * Leaves alone: 打印机 · 编辑部 · 扫描 · 分享经济.
 */
const FURNITURE =
  /[【[(（]\s*(?:打印本页|关闭窗口|打印|关闭|我要打印|我要纠错|收藏本页|返回顶部|字[体号][:：\s]*大\s*中\s*小|大\s*中\s*小)\s*[】\])）]|打印本页|关闭窗口|[（(]?责任编辑[:：]?\s*[^\s）)]{0,8}[）)]?|扫一扫\S{0,20}|分享到\S{0,12}|您访问的链接即将离开[^\n]{0,40}|(?:浏览|阅读|点击)(?:次数|量)?[:：]\s*\d*\s*次?/g;

/** A line that is nothing but a control of the page. Leaves alone a line that has anything else in it. */
const CONTROL =
  /^(?:首页|上一[篇条页]|下一[篇条页]|返回(?:首页|列表|顶部)?|打印|关闭|收藏|分享|微信|微博|QQ空间|字体|字号|大|中|小|繁体|简体|无障碍|纠错|我要纠错|相关(?:链接|文章|附件|解读|阅读)|当前位置|您(?:现在)?的位置|继续访问|放弃|[>|\s:：·])+$/;

/** The text without what the page says of itself; lines tidied, empty ones gone. */
export function cleanText(text: string): string {
  const plain = text.replace(FURNITURE, '');
  if (!plain.includes('\n')) return cleanLine(plain);
  return plain
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** Empty where the line is nothing but the page's own. Blanks that stand alone are left where they are. */
function cleanLine(written: string): string {
  const line = written.replace(/[^\S ]\s*| \s+/g, ' ').trim();
  return CONTROL.test(line) || /^当前位置[:：]/.test(line) ? '' : line;
}
