// Recognises what belongs to the page around a report: reading counts, file sizes, dates of publication, addresses, licences.

const LABELS =
  /^(?:(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[\d:：]{0,8})?(?:.{0,12}?)(?:发布时间|发布日期|发布机构|发文日期|成文日期|更新时间|更新日期|录入时间|来源|信息来源|文章来源|作者|责任编辑|编辑|阅读次数|阅读量|阅读|浏览次数|浏览量|浏览|点击数|点击率|点击量|点击|访问量|人气|字号|字体|索引号|文号|主题分类|信息分类|栏目|时间|日期|下载|文件大小|大小|格式|页数|联系电话|电话|传真|邮编|邮政编码|地址|网址|网站标识码|备案号|ICP备|公网安备|版权所有|Copyright|copyright|上一篇|下一篇|相关链接|相关阅读|附件|当前位置|您的位置|您现在的位置|收藏|分享|打印|扫一扫|责编|值班电话|办公时间|技术支持|主办单位|承办单位)(?:次|数)?[：:|　 )】\]]/;
const PLAIN =
  /^(?:[-·*>\s]*)(?:\d+(?:\.\d+)?(?:KB|MB|K|M|kb|mb)|\d{1,4}页|\d{4}-\d{1,2}-\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:发布|上传|更新)?|[浙京沪粤苏皖赣闽鲁豫湘鄂川渝黔滇陕甘青宁新蒙晋冀辽吉黑津桂琼藏]ICP备.*|Copyright.*|©.*|https?:.*|www\..*|上一[篇页].*|下一[篇页].*|共\d+页.*|\d+页)[-·|\s]*$/;
const DOWNLOAD =
  /会员分享|在线阅读|珍藏版|搜索。|下载积分|文档大小|本站不保证|(?:如有|如果|若有|若|涉嫌)[^，。]{0,6}侵权|侵权(?:请|必究|立即|删|联系|举报)|免责声明/;
const SENTENCE = /[。，；]/g;

/** The end of a line of page furniture that starts at `at`, or 0. Long lines of running text are never furniture. */
export function furnitureEnd(text: string, at: number): number {
  let end = text.indexOf('\n', at);
  if (end < 0) end = text.length;
  const head = text.slice(at, Math.min(end, at + 400));
  if (PLAIN.test(head)) return end;
  if (DOWNLOAD.test(head) && end - at < 400) return end;
  if (end - at > 120) return 0;
  const stops = head.match(SENTENCE)?.length ?? 0;
  return stops <= 1 && LABELS.test(head) ? end : 0;
}
