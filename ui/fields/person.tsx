// Control of a person: name, unit, telephone.
import type { Person } from '#kernel/fields/field.ts';
import type { ControlProps } from './field-view.ts';
import { compound, PartBox } from './part-box.tsx';

export function PersonControl({ id, value, onChange, readOnly, isInvalid }: ControlProps) {
  const held = value as Person | undefined;
  const set = (key: keyof Person) => (text: string) => onChange(compound<Person>(held, key, text));
  return (
    <div className="kc-parts">
      <PartBox
        id={`${id}.name`}
        label="姓名"
        width={140}
        value={held?.name}
        onChange={set('name')}
        readOnly={readOnly}
        isInvalid={isInvalid}
      />
      <PartBox id={`${id}.unit`} label="工作单位" width={240} optional value={held?.unit} onChange={set('unit')} readOnly={readOnly} />
      <PartBox
        id={`${id}.phone`}
        label="电话"
        optional
        inputMode="tel"
        width={160}
        value={held?.phone}
        onChange={set('phone')}
        readOnly={readOnly}
      />
    </div>
  );
}
