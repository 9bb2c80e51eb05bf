// The verbs, adverbs and connectives that stand around a figure and do not belong to the name of what it counts.

const words = (text: string) => text.trim().split(/\s+/);
const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);
const quoted = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const anyOf = (list: readonly string[]) => longestFirst(list).map(quoted).join('|');

/** Verbs that carry no meaning of their own for the indicator: 实施18项 is 项, 达到 is what the number says. */
export const LIGHT_VERBS = words(`
实施 开展 组织 举办 建立 建有 拥有 评选 安排 启动 打造 召开 承办 主办 进行 完成 实现 达到 设置 组织开展 组织实施 组织召开 成功举办 先后召开 先后组织
深入 邀请 提供 聚焦 通过 形成 做好 推动 推进 加快推进 实施好 下达 拨付 投入 用于 包括 涉及 覆盖 涵盖 给予 安排用于 确定 确定为 列入 纳入 出台 编制 印发 布局 建成 设有 得到 取得 收到 落实
`);

/** Verbs that say what happened to what is counted: they stay in the name. */
export const TELLING_VERBS = words(`
新增 新认定 新建 新培育 新获批 新备案 新引进 新签署 新签约 新签 新组建 净增 净增加 引进 引育 培育 培养 认定 备案 获批 获得 荣获 获评 获 申报 推荐 推荐申报 组织申报 征集 征集发布 发布 促成 转化 登记 入库 入孵 孵化 签订 签署 签约
达成 争取 争取到 兑现 发放 选派 派遣 选认 促进 带动 吸引 集聚 招引 落户 落地 服务 帮助 支持 走访 调研 走访调研 培训 辅导 授权 申请 受理 立项 验收 结题 揭榜 成立 组建 设立 创建 评审 推广 示范 推介 对接 参评 参加 参展 参赛 交易 放贷 减免 退税 免税 奖励 补助 资助 表彰 通报 召集 共建 制定 遴选 报备 增加 减少 入选 承担 牵头 参与 指导 联合组建 联合 解决 攻克 开发 推出 发表 聘任 选聘 揭榜成功
`);

/** Predicates that may follow what is counted: 企业获批, 项目落地. */
export const PREDICATES = words(`
共有 授信 放贷 放款 报名 参赛 获奖 获批 获得 荣获 落地 落户 入盟 入驻 入选 入围 入榜 上榜 通过 达成 签约 参加 参与 完成 实现 运营 投产 开工 竣工 备案 挂牌 毕业 上市 享受 列入 纳入 确定 被 已经 已 开展 建立 建成 成为 晋级 晋升 用于 受益 脱颖而出
正式 成功 现场 准备 是因为 是 达到 申报 认定为 拥有 建有 得到 进入 进行 位居 来 取得 首次 顺利 签订 签署 提交 开通 投入 刚 均 全部 获 入库 揭榜 立项 验收 结题 出站 进站 在孵 报备 提供 发放 召开 实施 开业 注册 融资 增收 就业 创业 承担 牵头 融入 倾斜 合作 全面 加快 稳步
`);

/** Adverbs and openings that are dropped wherever a name begins. */
const OPENINGS = words(`
其中 同时 此外 另外 目前 截至目前 截止目前 截至 截止 当前 今年以来 今年 全年 本年度 全年共 年内 近年来 近期 期间 累计 共计 合计 总计 一共 总共 已经 先后 分别 分两批 分批 以及 成功
去年 前年 明年 来年 尚未发生 未发生 没有发生 尚未出现 首次 首批 率先 积极 大力 持续 不断 进一步 加快 努力 力争 争取到 争取 确保 预计 预期 计划 按照 根据 仅 再次 我们 我局 我委 全局 市科技局 县科技局 区科技局 省科技厅 科技局 年度 年末 年底 年初 本年 当年
上半年 下半年 一季度 前三季度 三季度 四季度 上述 以上 新一轮 主要 直接 我市 我省 我县 我区 全市 全省 全县 全区 全国 全州 本市 本省 各地 各级 辖区内 辖区 市级财政 平均 每年 常态化 有序 稳步 协助 督促指导 督促 引导 鼓励 切实 扎实 认真 各类 各项
已获 共获 继续 陪同 历史性 超额完成 超额 均为 分别为 具有 属于 截至年底 截至年末 全年实现 全年完成 有关 按可比价格计算 初步核算 其它 累计实现 经过 带领 依托 围绕 逐户摸清 摸清 所有 要求 指导 成果显著 统筹
`);
/** Single characters that open a phrase, with what must not follow: 经 opens, but not 经费. */
const SHORT_OPENINGS =
  '最终(?!消费)|就(?!业|地|读|诊|医|餐|近)|已(?!经|投)|共(?!同|性|享|建|和)|各(?!类)|和|与(?!会)|并(?!购|网)|又|也|还(?!贷|款)|将|对(?!外|接|口)|在(?!孵|建|校|册|职|研|线|库|岗|读|运|产|营)|经(?!费|济|营|过|开|纪|理|认)|向(?!上)|从(?!业|事)|以(?!赛|商|企)|按(?!时|期|劳|质)|由|被(?!引)|把|使(?!用)|分(?!别|散|布|类|享|公司|中心|析|市场|园|会|院|阶段)|让|约|近|了|该|均|仅|只|即|而|且|或|及|拟|达(?!成|标|产)|为(?!民)|有(?!效|色|机|研|源|限|关|力|组织)|占(?!比)|的|是|等(?!级)|着(?!力)|于|至|到(?!位)';

export const OPENING = new RegExp(`^(?:(?:${anyOf(OPENINGS)})(?!率|额|度|级)|${SHORT_OPENINGS})`);

/** What links a name to its number and is dropped from its end. */
const LINKS = words(`
达到 共计 合计 总计 累计 累计达 累计达到 约为 已达 已达到 就达 高达 仅为 只有 共有 已有 现有 拥有 分别 分别为 分别达 分别达到 分别是 实现 突破 超过 扩大到 增加到 增长到 增至 提高到 提升到 提升至 上升到 上升至 升至 控制在
缩小至 缩小到 压减至 压减到 下降到 降至 降到 减少到 减少至 压缩到 压缩至 缩短至 稳定在 保持在 均为 均达 均达到 快速增长到 快速上升到 首次突破 首次 成功 总共 一共 力争 确保 预计 预计将 拟 分两批 给予 每年 不少于 不低于 不超过 发展到 扩大至 调整为 快速 历史性 收窄至
增长 努力 要 每年不超过 由上年 从上年 由去年 从去年 上年 去年 上年同期 去年同期 接近 左右 另外 其中 按照 达
`);
/** Single characters that link, unless they end a word: 达 but not 到达, 能 but not 产能, 约 but not 签约. */
const SHORT_LINKS =
  '达(?<![到抵]达)|为(?<![行作]为)|共(?<!公共)|约(?<![签节契合条违]约)|已|有(?<![国所专持私]有)|是|了|近(?<!附近)|逾|超|至|到(?<!签到)|的|由|从|且|均(?<![人户亩平]均)|各|在(?<![存潜]在)|还(?<![归返偿]还)|将|可(?<![许认]可)|能(?<![产功性智节职技潜储效动赋电热]能)|也|又|再|以|按|就(?<!成就)|仅|余(?<![结剩]余)|破|与(?<!参与)|和(?<!饱和)|、|等(?<![高中初同]等)';
export const LINK = new RegExp(`(?:${anyOf(LINKS)}|${SHORT_LINKS})$`);
