// What is published about emergencies and the return to work: firms helped, relief, products.
import { publishing } from '#kernel/declare/published-indicator.ts';

const of = publishing('epidemic', { publisher: '市科技局' });

export default [
  of('returned-firms', '帮助复工复产企业数', '家', 'flow', '帮助复工复产的科技企业', '复工复产企业'),
  of('emergency-projects', '应急科研攻关项目数', '项', 'flow', '应急立项的科研攻关', '应急攻关项目 疫情防控攻关项目'),
  of('emergency-products', '应急防控新产品数', '个', 'flow', '开发并应用的防控新产品', '疫情防控新产品 疫情防控新产品开发'),
  of('rent-relief', '孵化载体减免租金', '元', 'flow', '孵化载体为企业减免的租金', '减免租金'),
];
