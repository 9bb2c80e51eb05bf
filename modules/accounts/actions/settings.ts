// The security settings of the root.
import { action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { settingNames, settingProblems, settingRules } from '../model/settings.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { SettingsChange, SettingsReply } from '../wire.ts';

export const readAll = action({
  id: 'accounts.read-settings',
  method: 'GET',
  path: '/accounts/settings',
  summary: '查看安全策略',
  permission: 'accounts/setting:read',
  reply: SettingsReply,
  handle: ({ db, actor }) => readSettings(db, actor.root),
});

export const change = action({
  id: 'accounts.change-settings',
  method: 'PUT',
  path: '/accounts/settings',
  summary: '设定安全策略',
  permission: 'accounts/setting:manage',
  body: SettingsChange,
  handle: async (context, { body }) => {
    const { db, actor, now } = context;
    const details = settingProblems(body.settings);
    if (details[0] !== undefined) throw new Refusal('SETTING_UNFIT', details[0].message, { details });
    const before = (await readSettings(db, actor.root)).settings;
    await writeSettings(db, actor.root, { settings: body.settings, version: body.version, now, by: actor.accountId });
    const changed = settingNames.filter((name) => before[name] !== body.settings[name]);
    const says = changed.map(
      (name) => `${settingRules[name].name}由 ${before[name]} 改为 ${body.settings[name]} ${settingRules[name].unit}`,
    );
    await context.trail(`设定安全策略：${says.length === 0 ? '未改动' : says.join('，')}`, { kind: 'setting', id: actor.root });
  },
});
