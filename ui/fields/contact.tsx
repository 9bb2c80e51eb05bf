// Control of a contact: name, telephone, mail.
import type { Contact } from '#kernel/fields/field.ts';
import type { ControlProps } from './field-view.ts';
import { compound, PartBox } from './part-box.tsx';

export function ContactControl({ id, value, onChange, readOnly, isInvalid }: ControlProps) {
  const held = value as Contact | undefined;
  const set = (key: keyof Contact) => (text: string) => onChange(compound<Contact>(held, key, text));
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
      <PartBox
        id={`${id}.phone`}
        label="手机"
        inputMode="tel"
        width={160}
        value={held?.phone}
        onChange={set('phone')}
        readOnly={readOnly}
        isInvalid={isInvalid}
      />
      <PartBox
        id={`${id}.email`}
        label="电子邮箱"
        optional
        inputMode="email"
        width={240}
        value={held?.email}
        onChange={set('email')}
        readOnly={readOnly}
      />
    </div>
  );
}
