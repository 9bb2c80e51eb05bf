// The one stylesheet of the public pages, out of the tokens of the house: screen, phone, dark and paper.
import { dark, fonts, light, type Palette, sizes, space, widths } from '#ui/tokens.ts';

const used = [
  'ground',
  'surface',
  'quiet',
  'ink',
  'soft',
  'faint',
  'hairline',
  'rule',
  'edge',
  'action',
  'actionHover',
  'onAction',
] as const;
const states = ['actionWash', 'bad', 'badWash', 'warn', 'warnWash', 'good', 'goodWash'] as const;
const colours = (palette: Palette): string => [...used, ...states].map((name) => `--${name}:${palette[name]}`).join(';');
const { s1, s2, s3, s4, s6, s8 } = space;

export const stylesheet = `
:root{color-scheme:light dark;${colours(light)}}
@media (prefers-color-scheme:dark){:root{${colours(dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:${sizes.text + 1}px/1.7 ${fonts.text}}
a{color:var(--action);text-underline-offset:3px}
a:hover{color:var(--actionHover)}
:focus-visible{outline:2px solid var(--action);outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:${s2}px;top:${s2}px;background:var(--surface);padding:${s2}px;z-index:1}
.in{max-width:1080px;margin:0 auto;padding:0 ${s4}px}
.demo{background:var(--warnWash);color:var(--warn);font-size:${sizes.table}px;padding:${s1}px 0}
.top{background:var(--surface);border-bottom:1px solid var(--hairline)}
.top .in{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 ${s6}px;padding-top:${s3}px}
.top .name{font-size:${sizes.title}px;font-weight:600;color:var(--ink);text-decoration:none;padding:${s1}px 0}
.top .enter{margin-left:auto}
.top nav{width:100%;overflow-x:auto}
.top ul{display:flex;gap:${s6}px;margin:0;padding:0;list-style:none;white-space:nowrap}
.top li a{display:block;padding:${s2 + 2}px 0;color:var(--soft);text-decoration:none;border-bottom:2px solid transparent}
.top li a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--action)}
main{padding:${s6}px 0 ${s8}px}
h1{font-size:24px;line-height:1.4;margin:0 0 ${s2}px}
h2{font-size:${sizes.title}px;line-height:1.4;margin:${s8}px 0 ${s2}px;padding-bottom:${s1 + 2}px;border-bottom:1px solid var(--rule)}
h3{font-size:${sizes.lead}px;margin:${s4}px 0 ${s1}px}
p{margin:${s2}px 0}
.lead{color:var(--soft)}
.path{font-size:${sizes.table}px;color:var(--soft);margin:0 0 ${s2}px}
.more{font-size:${sizes.table}px;font-weight:400;float:right}
.rows{list-style:none;margin:0;padding:0}
.rows>li{padding:${s3}px 0;border-bottom:1px solid var(--hairline)}
.rows .name{font-size:${sizes.lead}px;font-weight:600}
.rows small,.note{display:block;color:var(--soft);font-size:${sizes.table}px}
.tag{display:inline-block;font-size:${sizes.table}px;line-height:1.5;padding:0 ${s2}px;border-radius:${sizes.radius}px;background:var(--quiet);color:var(--soft)}
.tag.good{background:var(--goodWash);color:var(--good)}.tag.warn{background:var(--warnWash);color:var(--warn)}.tag.bad{background:var(--badWash);color:var(--bad)}
.say{background:var(--actionWash);border-left:3px solid var(--action);padding:${s2}px ${s4}px;margin:${s4}px 0}
.say.bad{background:var(--badWash);border-color:var(--bad)}.say.warn{background:var(--warnWash);border-color:var(--warn)}.say.good{background:var(--goodWash);border-color:var(--good)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:${s1}px ${s4}px;margin:${s3}px 0}
.facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
.steps{padding-left:1.6em}.steps li{margin:${s2}px 0}.steps small{display:block;color:var(--soft);font-size:${sizes.table}px}
.wide{overflow-x:auto;background:var(--surface);border-top:2px solid var(--rule);border-bottom:2px solid var(--rule);margin:${s3}px 0}
table{border-collapse:collapse;width:100%;font-size:${sizes.text}px;font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:600;background:var(--quiet);white-space:nowrap}
th,td{padding:${s2}px ${s3}px;border-bottom:1px solid var(--hairline);vertical-align:top}
td.code{white-space:nowrap}
.button{display:inline-block;font:inherit;line-height:1.5;padding:${s1 + 2}px ${s4}px;border:1px solid var(--edge);border-radius:${sizes.radius}px;background:var(--surface);color:var(--ink);text-decoration:none;cursor:pointer}
.button.main{background:var(--action);border-color:var(--action);color:var(--onAction)}
.button.main:hover{background:var(--actionHover);color:var(--onAction)}
.act{display:flex;flex-wrap:wrap;gap:${s3}px;margin:${s4}px 0}
form.find{display:flex;flex-wrap:wrap;gap:${s3}px;align-items:end;margin:${s4}px 0}
label{display:block}
label>span,legend{display:block;font-size:${sizes.table}px;color:var(--soft);padding:0}
input,select,textarea{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:${sizes.radius}px;padding:${s1 + 1}px ${s2}px;max-width:100%}
.form label{margin:${s4}px 0}.form input:not([type=checkbox]),.form textarea{width:100%}
.form{max-width:720px}.form fieldset{border:0;padding:0;margin:${s4}px 0}.form .pick{display:flex;gap:${s2}px;align-items:baseline;margin:${s2}px 0}
.form .pick input{flex:none}
.wrong{color:var(--bad);display:block;font-size:${sizes.table}px}
.away{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.cols{display:grid;grid-template-columns:1fr 1fr;gap:0 ${s8}px}
.foot{border-top:1px solid var(--hairline);color:var(--soft);font-size:${sizes.table}px;padding:${s4}px 0}
@media (max-width:${widths.phone}px){.cols{grid-template-columns:1fr}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:${s2}px}.top ul{gap:${s4}px}h1{font-size:20px}
.stack thead{display:none}.stack tr{display:block;padding:${s2}px 0;border-bottom:1px solid var(--hairline)}.stack td{display:grid;grid-template-columns:7.8em 1fr;gap:${s2}px;border:0;padding:2px ${s3}px}.stack td.code{white-space:normal;overflow-wrap:anywhere}
.stack td::before{content:attr(data-label);color:var(--soft);font-size:${sizes.table}px}}
@media print{@page{margin:20mm}:root{${colours(light)};--ground:#fff}body{font-size:11pt}.top nav,.enter,.act,.find,.demo,.pages,.skip,.noprint{display:none}.wide{overflow:visible}a{color:inherit;text-decoration:none}h2{break-after:avoid}tr,li{break-inside:avoid}thead{display:table-header-group}}
`;
