/**
 * What pages add to a text: their numbers, and what a web site prints around it.
 */

/** `12`, `- 3 -`, `— 4 —`, `第 5 页`, `第5页 共20页`, `5/20`; not `12、` nor `2024年`. */
const PAGE_NUMBER =
  /^(?:[-—–－·•\s]{0,6}\d{1,4}[-—–－·•\s]{0,6}|第\s*\d{1,4}\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?|\d{1,4}\s*\/\s*\d{1,4})$/;

/**
 * Lines of a government web page's frame, Simplified or Traditional: `分享:`, `打印本页`, `【字体：大 中 小】`,
 * `您访问的链接即将离开…`, `版权所有`, `京ICP备…`. Each must begin the line, so that a law on sharing or printing is safe.
 */
const PAGE_FRAME = new RegExp(
  [
    '^(?:分享(?:到|至)?\\s*[:：]?(?:微信|微博|QQ|\\s)*$',
    '[【[]?(?:打印|列印)(?:本页|本頁|此页|此頁)?[】\\]]?$',
    '[【[]?(?:关闭|關閉)(?:窗口|視窗|本页|本頁)?[】\\]]?$',
    '[【[]?字[体體号號][:：]?\\s*[\\[【]?\\s*[大小]',
    '(?:您|你)(?:访问|訪問)的(?:链接|連結|鏈接)即(?:将|將)(?:离开|離開)',
    '(?:扫一扫|掃一掃)',
    '(?:返回|回到)(?:顶部|頂部|首页|首頁|列表)$',
    '(?:上|下)一[篇条條][:：]',
    '(?:相关|相關)(?:链接|連結|文章|稿件)[:：]?$',
    '(?:责任编辑|責任編輯)[:：]',
    '(?:版权所有|版權所有)',
    '(?:主办|主辦|承办|承辦)(?:单位|單位)?[:：]',
    '(?:网站|網站)(?:地图|地圖|标识码|識別碼|声明)',
    '.{0,6}ICP[备備]',
    '.{0,3}公网安[备備]',
    '(?:当前|目前|當前)位置[:：]',
    '(?:浏览|瀏覽|阅读|閱讀)(?:次数|次數|量)[:：])',
  ].join('|'),
);

/** Whether a line belongs to the page and not to the text on it. */
export function isBoilerplate(text: string): boolean {
  return text.length <= 200 && (PAGE_NUMBER.test(text) || PAGE_FRAME.test(text));
}
