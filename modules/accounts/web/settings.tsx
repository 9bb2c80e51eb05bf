// The security settings: each with its bounds; read by all administrators, changed by the security administrator.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { FactList } from '#ui/record/fact-list.tsx';
import { useMay } from '#ui/session.ts';
import { settingNames, settingRules } from '../model/settings.ts';
import type { SettingsView } from '../wire.ts';
import { AskForm } from './ask-form.tsx';
import { settingsQuery } from './queries.ts';

const fields = settingNames.map((name) => {
  const { name: label, unit, least, most, says, default: usual } = settingRules[name];
  return {
    key: name,
    kind: 'integer',
    label,
    unit,
    required: true,
    min: String(least),
    max: String(most),
    help: `${says}。${least} 至 ${most} ${unit}，默认 ${usual}。`,
  } as const;
});

function Change({ stored }: { stored: SettingsView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <AskForm
      key={stored.version}
      fields={() => fields}
      initial={stored.settings}
      label="保存"
      consequence="保存后随即生效：正在进行的登录也按新的时限退出。"
      run={async (answers) => {
        await call('PUT', '/accounts/settings', { body: { settings: answers, version: stored.version } });
        await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
        message.success('安全策略已保存并生效');
      }}
    />
  );
}

export default function SecuritySettings() {
  const query = useQuery(settingsQuery);
  const mayChange = useMay('accounts/setting:manage');
  const stored = query.data;
  const lead = stored === undefined || stored.changedAt === null ? '目前均为默认值。' : `上次更改于 ${formatInstant(stored.changedAt)}。`;
  return (
    <div className="kc-page">
      <PageHead title="安全策略" lead={lead} />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={8} />}
      {stored && mayChange && <Change stored={stored} />}
      {stored && !mayChange && (
        <FactList
          columns={1}
          facts={settingNames.map((name) => ({
            label: settingRules[name].name,
            value: `${stored.settings[name]} ${settingRules[name].unit}`,
            note: settingRules[name].says,
          }))}
        />
      )}
    </div>
  );
}
