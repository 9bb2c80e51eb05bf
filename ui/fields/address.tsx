// Control of an address: the region from the list, then street and number.
import { TreeSelect } from 'antd';
import type { Address } from '#kernel/fields/field.ts';
import { useFieldSources } from './field-sources.tsx';
import { type ControlProps, status } from './field-view.ts';
import { optionTree } from './option-tree.ts';
import { compound, PartBox } from './part-box.tsx';

export function AddressControl({ field, id, value, onChange, readOnly, isInvalid }: ControlProps) {
  const { regions } = useFieldSources();
  const held = value as Address | undefined;
  const set = (key: keyof Address) => (text: string) => onChange(compound<Address>(held, key, text));
  return (
    <div className="kc-parts">
      <div className="kc-part" style={{ width: 200 }}>
        <label htmlFor={`${id}.region`}>县（市、区）</label>
        <TreeSelect
          id={`${id}.region`}
          value={held?.region ?? null}
          treeData={optionTree(field.options ?? regions)}
          showSearch={{ treeNodeFilterProp: 'title' }}
          placeholder="请选择"
          disabled={readOnly ?? false}
          status={status(isInvalid && held?.region === undefined)}
          style={{ width: '100%' }}
          onChange={(next: string | null) => set('region')(next ?? '')}
        />
      </div>
      <PartBox
        id={`${id}.street`}
        label="街道门牌"
        width={380}
        value={held?.street}
        onChange={set('street')}
        readOnly={readOnly}
        isInvalid={isInvalid}
      />
    </div>
  );
}
