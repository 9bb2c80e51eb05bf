// The verbs, adverbs and connectives that stand around a figure and do not belong to the name of what it counts.

const words = (text: string) => text.trim().split(/\s+/);
const longestFirst = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);
const quoted = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const anyOf = (list: readonly string[]) => longestFirst(list).map(quoted).join('|');

/** Verbs that carry no meaning of their own for the indicator: 实施18项 is 项, 达到 is what the number says. */
export const LIGHT_VERBS = words(`
实施 开展 组织 举办 建立 建有 拥有 评选 安排 启动 打造 召开 承办 主办 进行 完成 实现 达到 达 为 有 共有 现有 已有 共 设置 组织开展 组织实施 组织召开 成功举办 先后召开 先后组织 联合组建
深入 邀请 依托 围绕 聚焦 通过 形成 做好 推动 推进 加快推进 实施好 下达 拨付 投入 用于 是 含 包括 涉及 覆盖 涵盖 给予 安排用于 确定 确定为 列入 纳入 出台 制定 编制 印发 遴选 存有 布局 建成 设有 得到 取得 收到
`);

/** Verbs that say what happened to what is counted: they stay in the name. */
export const TELLING_VERBS = words(`
新增 新认定 新建 新培育 新获批 新备案 新引进 新签署 新签 新组建 净增 净增加 增加 减少 引进 引育 培育 培养 认定 备案 获批 获得 荣获 获 申报 推荐 推荐申报 组织申报 征集 征集发布 发布 促成 转化 登记 入库 入孵 孵化 签订 签署 签约
达成 争取 争取到 兑现 发放 选派 派遣 选认 促进 带动 吸引 集聚 招引 落户 落地 服务 帮助 支持 走访 调研 走访调研 培训 辅导 授权 申请 受理 立项 验收 结题 揭榜 成立 组建 设立 创建 评审 推广 示范 推介 对接 参评 参加 参展 参赛 交易 贷款 放贷 融资 减免 退税 免税 奖励 补助 资助 表彰 通报 召集
`);

/** Predicates that may follow what is counted: 企业获批, 项目落地. */
export const PREDICATES = words(`
报名 参赛 获奖 获批 获得 荣获 落地 落户 入盟 入驻 入选 入围 通过 达成 签约 参加 参与 完成 实现 运营 投产 开工 竣工 备案 挂牌 毕业 上市 享受 列入 纳入 确定 被 已经 已 开展 建立 建成 成为 晋级 晋升 用于 受益 脱颖而出
正式 成功 现场 准备 是因为 是 达到 申报 认定为 设立 拥有 建有 得到 进入 进行 位居 来 取得 成功举办 首次 顺利 签订 签署 提交 开通 投入 刚 均 全部 获 入库 揭榜 立项 验收 结题 出站 进站 在孵 报备 提供 召开 实施 开业 注册
`);

/** Adverbs and openings that are dropped wherever a name begins. */
export const OPENINGS = words(`
其中 同时 此外 另外 目前 截至目前 截止目前 截至 截止 当前 今年以来 今年 全年 本年度 全年共 年内 近年来 近期 期间 累计 共计 合计 总计 一共 总共 共 已 已经 先后 分别 均 各 分两批 分批 还 并 且 又 也 以及 及 和 与 或 其 该 最终 成功 新 全面
首次 首批 率先 积极 大力 持续 不断 进一步 加快 努力 力争 争取 确保 预计 预期 计划 拟 将 要 会 可 到 至 使 把 对 向 从 由 在 以 按 按照 根据 经 通过 帮助 仅 只 仍 再 就 才 约 近 了 着 的 等 个 我们 我局 我委 全局 市科技局 县科技局 省科技厅 科技局 目标 任务
上半年 下半年 一季度 前三季度 三季度 四季度 本年 当年 年底 年末 年初 底 末 上述 以上 新一轮 主要 直接 我市 我省 我县 我区 全市 全省 全县 全区 全国 全州 本市 本省 各地 各级 辖区 辖区内 市级财政 平均 每年 每个 常态化 成功 有序 稳步 联合 协助 指导 督促 督促指导 引导 鼓励 切实 扎实 深入 认真 各类 多 已获 共获 总 继续 陪同 组织 历史性 超额 超额完成 完成 实现 累计发放 且 均为 分别为
`);

/** What links a name to its number and is dropped from its end. */
export const LINKS = words(`
达到 达 为 共 共计 合计 总计 累计 累计达 累计达到 约 约为 已达 已达到 已 就达 高达 仅 仅为 只有 有 共有 分别 分别为 分别达 分别达到 分别是 是 实现 突破 超过 逾 超 近 了 到 至 的 扩大到 增加到 增长到 增至 提高到 提升到 提升至 上升到 升至 达成 完成 控制在 下降到 降至 降到 减少到 压缩至 压缩到 缩短至 稳定在 保持在
均 各 新 比例 在 已有 共建 不少于 不低于 不超过 至少 由 从 且 均为 均达 均达到 快速增长到 增加 就有 又 再 首次突破 首次 成功 总共 一共 也 还 将 力争 确保 可 能 预计 拟 分两批 分 两批 以 按 给予 每年
`);
