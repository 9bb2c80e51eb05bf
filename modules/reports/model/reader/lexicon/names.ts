// Names and set phrases that hold a numeral without counting: places, parties' congresses, slogans, technical terms.

const words = (text: string) => text.trim().split(/\s+/);

/** Places of China whose names begin with or hold a numeral. */
const PLACES = words(`
三亚 三沙 三明 三门峡 三门县 三河 三台 三水 三原 三江 三都 三穗 三元区 三峡 三山 三北 六安 六盘水 六枝 六合 六横 四平 四川 四会 四子王 五河 五莲 五台 五寨 五华 五峰 五常 五原 五大连池
五指山 五家渠 五通桥 七台河 七星 七里河 八宿 八步 八公山 八道江 九江 九龙 九寨沟 九台 九原 九华山 十堰 百色 千阳 千山 千岛 万州 万宁 万载 万安 万年 万荣 万全 万盛 万源 万柏林 万山 万秀
二道区 二连浩特 二七区 一师 两江新区 两当 两淮 两广 两湖 两岸 长三角 珠三角 泛珠三角 京九 三苏 万象 万科 万达 万向 万华 万里 三一重工 三安 三星 三维 三元材料 三元正极 三元锂 五粮液 七匹狼 六国化工 三花 四方股份 九洲 九州 百度 百济
`);

/** Fixed expressions of reports: congresses, plans, slogans, institutions, adverbs. */
const PHRASES = words(`
十五五 十四五 十三五 十二五 十一五 二十大 十九大 十八大 十七大 二十届 十九届 二十国 一带一路 三农 三区三州 三区人才 两会 两学一做 两新一重 两高 两化 两业融合 两个确立 两个维护 两个大局 两个毫不动摇 两个文明 两个先行 两山 两不愁
四个自信 四个意识 四个全面 四个着力 四个走在前 四个革命 四个面向 三个代表 三个面向 三个一批 三会一课 三严三实 三公经费 三项费用 三项经费 三重一大 三高四新 三定 三大攻坚战 三大战役 三大法宝 三大职能 三次产业 三产 一产 二产 三链 四链 五链 六稳 六保 六有 六新 七有 八项规定 八八战略 八大行动
四史 四风 四议两公开 四上企业 四上 四新 四大班子 五位一体 三位一体 四位一体 六位一体 五大发展理念 五大新发展理念 五个统筹 五水共治 五年规划 五年计划 一体化 一体两翼 一体 一流 一线 一站式 一揽子 一系列 一把手 一号文件 一号工程 一号
一网通办 一网统管 一窗受理 一件事 一张网 一张图 一次性 一次办好 一盘棋 一岗双责 一票否决 一企一策 一业一策 一县一业 一村一品 一事一议 一对一 一主 一核 一廊 一区多园 一区 一园 一谷 一芯 一般公共预算 一般 一定 一些 一批 一大批 一直 一致 一律 一切 一起
一旦 一方面 一方 一道 一半 一度 一时 一边 一并 一经 一级 一类 一等奖 二等奖 三等奖 一等 二等 三等 特等奖 一部分 一部 一样 一面 一再 一齐 一向 一贯 一举 一如既往 一代 一种 一百年 一刻 一心 一生 一日 一带 一轮 一端 一头 一手 一股 一环 一步 一点 一年一度 一次能源 一氧化碳 一户一表 一表 一卡通 一码 一键 一张蓝图 一五
三甲医院 三甲 三级 二级 四级 五级 六级 两级 三级甲等 二级甲等 三包 三方 三防 三维 三聚 三元 三峡 三年行动 四季度 三季度 二季度 一季度 三通 三线 三馆 三支一扶 三支队伍 三项制度 三项岗位 三基 三评 三审三校 三审 三校 三全育人 二次创业 二次开发 二维码 二手 二线 二期 一期 三期 四期 五期
双一流 双百 双千 双万 双创 双碳 双招双引 双随机 双减 双高 双控 双循环 双链 双覆盖 百千万 百强 千强 千人计划 万人计划 百人计划 万众创新 千家万户 千方百计 千载难逢 千百 百姓 百货 百年 百花 百日 百年未有 百闻 百尺 千年 千秋 千里 千瓦 千头万绪 万象更新 万元户 万无一失 万物 万商 万能 万家 万全
亿万 四舍五入 四面八方 五湖四海 五金 五险一金 五四 六一 七一 八一 十一国庆 八小时 九三学社 九价 九年义务 七普 第七次 九通一平 七通一平 五通一平 三通一平 十佳 十优 十强 十全 十分 十足 十字 十月 十周年
三心 三清单 四清 四早 四好农村路 四不两直 四不放过 四个最严 三个清单 三个区分开来 三个标志性 三重 三效 两端 两侧 两岸 两用 两手 两翼 两难 两极 两步走 两步 两旁 两清零 两头 两制 两院院士 两院 两法衔接
三大运营商 四通八达 四肢 四季 四处 四周 五官 五谷 五保 五彩 六畜 七夕 八卦 八股 九成宫
二氧化碳 二甲苯 四氯 五氧化二 三氯 二氧化 三氧化 六氟 四氟 双酚 一氯 二氯 二甲 三乙 四乙 聚四 聚三 七氟 全氟
`);

const BY_FIRST = new Map<string, string[]>();
for (const word of [...PLACES, ...PHRASES]) BY_FIRST.set(word.charAt(0), [...(BY_FIRST.get(word.charAt(0)) ?? []), word]);
for (const list of BY_FIRST.values()) list.sort((a, b) => b.length - a.length);

/** The end of the set phrase with a numeral that starts at `at`, or 0. */
export function setPhraseEnd(text: string, at: number): number {
  const candidates = BY_FIRST.get(text.charAt(at));
  if (!candidates) return 0;
  for (const word of candidates) if (text.startsWith(word, at)) return at + word.length;
  return 0;
}
