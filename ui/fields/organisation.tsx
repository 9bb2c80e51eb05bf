// Control of an organisation: typing a name offers those that the registry knows, and choosing one fills in its credit code.
import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import type { Organisation } from '#kernel/fields/field.ts';
import { useFieldSources } from './field-sources.tsx';
import { type ControlProps, status } from './field-view.ts';
import { PartBox } from './part-box.tsx';

function useKnown(text: string): readonly Organisation[] {
  const { searchOrganisations } = useFieldSources();
  const [known, setKnown] = useState<readonly Organisation[]>([]);
  useEffect(() => {
    if (!searchOrganisations || text.trim().length < 2) {
      setKnown([]);
      return;
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      // Offering names is a courtesy: when the registry does not answer, one goes on typing.
      searchOrganisations(text.trim(), stop.signal).then(setKnown, () => setKnown([]));
    }, 200);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [searchOrganisations, text]);
  return known;
}

export function OrganisationControl({ field, id, value, onChange, describedBy, readOnly, isInvalid, inCell }: ControlProps) {
  const held = value as Organisation | undefined;
  const known = useKnown(held?.name ?? '');
  const put = (name: string, uscc: string) => onChange(name === '' && uscc === '' ? undefined : { name, uscc });
  const name = (
    <AutoComplete
      id={inCell ? id : `${id}.name`}
      value={held?.name ?? ''}
      disabled={readOnly ?? false}
      status={status(isInvalid)}
      aria-label={inCell ? field.label : undefined}
      aria-describedby={describedBy}
      style={{ width: '100%' }}
      popupMatchSelectWidth={420}
      options={known.map((each) => ({ value: each.name, label: `${each.name}　${each.uscc}` }))}
      onChange={(text: string | null) => put(text ?? '', held?.uscc ?? '')}
      onSelect={(text: string | null) => put(text ?? '', known.find((each) => each.name === text)?.uscc ?? '')}
    />
  );
  if (inCell) return name;
  return (
    <div className="kc-parts">
      <div className="kc-part" style={{ width: 340 }}>
        <label htmlFor={`${id}.name`}>单位全称</label>
        {name}
      </div>
      <PartBox
        id={`${id}.uscc`}
        label="统一社会信用代码"
        width={240}
        optional
        value={held?.uscc}
        onChange={(text) => put(held?.name ?? '', text.trim().toUpperCase())}
        readOnly={readOnly}
      />
    </div>
  );
}
