// Words from which names of firms, people, streets and inventions are put together.

/** First and second characters of trade names. */
export const tradeFirst = [...'启恒瀚博睿智云泽澜宏鼎星辰瑞嘉盛荣泰安信诚德润祥华锦天海鹏凌卓越创新联合众汇聚达通远航科正元和'];
export const tradeSecond = [...'衡拓帆翔越峰川源润泰达通联创智芯维纳特森博锐腾驰骏铭宇晟辉昊凯迪诺亚迈克瑞信诚元和盈丰隆昌盛林海'];

export const surnames = [
  ...'陈林王李张刘黄吴周徐孙马朱胡郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏付邱方侯',
];
export const givenFirst = [...'志建国文明德永海晓春秀丽桂玉红伟俊子雨思佳嘉欣浩宇泽一云若诗雅锦瑞承立世启学振光'];
export const givenSecond = [...'明华强军平东辉杰峰涛斌波鹏飞龙勇刚毅磊敏静丽娟艳芳霞燕玲莉娜婷慧颖琳洁雪梅兰英萍红云菲妍琪萱涵轩宁'];

export const streets = [
  '创新路',
  '科创大道',
  '云汀路',
  '澜滨大道',
  '望江路',
  '学府路',
  '工业一路',
  '工业二路',
  '新港路',
  '青渚路',
  '兴业路',
  '发展大道',
  '星河路',
  '智谷路',
];

/** What firms of a division call their business, and their share among ordinary firms and among technology firms. */
export interface DivisionWords {
  readonly division: string;
  readonly words: readonly string[];
  readonly share: number;
  readonly technologyShare: number;
  /** The high-tech field of its technology firms. */
  readonly field: string;
}

export const divisions: readonly DivisionWords[] = [
  { division: '13', words: ['食品', '粮油', '农产品加工'], share: 3, technologyShare: 1, field: '20' },
  { division: '17', words: ['纺织', '纺织科技'], share: 2, technologyShare: 1, field: '40' },
  { division: '26', words: ['化工', '新材料', '精细化工'], share: 2, technologyShare: 7, field: '40' },
  { division: '27', words: ['药业', '生物医药', '制药'], share: 1, technologyShare: 6, field: '20' },
  { division: '29', words: ['塑胶', '高分子材料', '橡塑科技'], share: 2, technologyShare: 4, field: '40' },
  { division: '30', words: ['建材', '陶瓷', '玻璃科技'], share: 2, technologyShare: 3, field: '40' },
  { division: '33', words: ['金属制品', '五金', '钢构'], share: 3, technologyShare: 4, field: '80' },
  { division: '34', words: ['机械', '精密机械', '泵业', '轴承'], share: 3, technologyShare: 8, field: '80' },
  { division: '35', words: ['智能装备', '自动化设备', '医疗器械', '模具'], share: 3, technologyShare: 11, field: '80' },
  { division: '36', words: ['汽车零部件', '汽车科技'], share: 1, technologyShare: 4, field: '80' },
  { division: '37', words: ['航空科技', '船舶设备', '无人机'], share: 0.4, technologyShare: 2, field: '30' },
  { division: '38', words: ['电气', '电力设备', '新能源', '储能科技'], share: 2, technologyShare: 9, field: '60' },
  { division: '39', words: ['电子', '光电', '半导体', '通信设备'], share: 2, technologyShare: 12, field: '10' },
  { division: '40', words: ['仪器仪表', '测控技术', '传感科技'], share: 0.6, technologyShare: 4, field: '80' },
  { division: '42', words: ['再生资源', '循环科技'], share: 0.4, technologyShare: 1, field: '70' },
  { division: '47', words: ['建筑工程', '建设'], share: 6, technologyShare: 1, field: '80' },
  { division: '50', words: ['装饰工程', '装饰设计'], share: 4, technologyShare: 0.3, field: '50' },
  { division: '51', words: ['贸易', '商贸', '供应链'], share: 17, technologyShare: 0.5, field: '50' },
  { division: '52', words: ['商贸', '百货', '电子商务'], share: 10, technologyShare: 0.5, field: '50' },
  { division: '54', words: ['物流', '运输'], share: 4, technologyShare: 0.4, field: '50' },
  { division: '62', words: ['餐饮管理', '餐饮'], share: 4, technologyShare: 0, field: '50' },
  { division: '64', words: ['网络科技', '互联网信息'], share: 2, technologyShare: 4, field: '10' },
  { division: '65', words: ['软件', '信息技术', '数字科技', '大数据', '人工智能科技'], share: 5, technologyShare: 19, field: '10' },
  { division: '70', words: ['置业', '物业管理'], share: 4, technologyShare: 0, field: '50' },
  { division: '72', words: ['企业管理', '人力资源', '广告传媒', '咨询服务'], share: 9, technologyShare: 1, field: '50' },
  { division: '73', words: ['研究院', '生物科技', '新技术研发'], share: 0.6, technologyShare: 4, field: '50' },
  { division: '74', words: ['检测技术', '工程设计', '测绘', '环境监测'], share: 2, technologyShare: 5, field: '50' },
  { division: '75', words: ['科技', '技术服务', '科技发展'], share: 4, technologyShare: 5, field: '50' },
  { division: '77', words: ['环保科技', '环境工程', '水务科技'], share: 1, technologyShare: 3, field: '70' },
  { division: '81', words: ['汽车维修', '电子维修'], share: 2, technologyShare: 0, field: '50' },
  { division: '88', words: ['文化传播', '文化创意'], share: 2, technologyShare: 0.3, field: '50' },
];

/** Inventions and programs, by the first digit of the high-tech field. */
export const inventions: Readonly<Record<string, readonly string[]>> = {
  1: ['数据采集终端', '图像识别模块', '电路板检测设备', '边缘计算网关', '光通信组件'],
  2: ['药物中间体', '体外诊断试剂盒', '发酵罐', '植物提取物', '缓释制剂'],
  3: ['飞行控制单元', '复合材料机翼', '导航接收机'],
  4: ['改性工程塑料', '耐磨涂层', '高纯粉体', '复合膜材', '功能陶瓷'],
  5: ['检测流程管理', '设计协同', '知识产权服务', '供应链调度'],
  6: ['储能电池管理单元', '光伏逆变器', '余热回收换热器', '充电桩'],
  7: ['污水处理反应器', '废气净化塔', '固废分选机', '水质监测浮标'],
  8: ['数控夹具', '自动上料机构', '焊接机器人末端', '减速器', '液压阀组'],
};
