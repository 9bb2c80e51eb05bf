// Control of one of several options: a few stand open, many are searched, a tree unfolds.
import { Radio, Select, TreeSelect } from 'antd';
import { type ControlProps, status } from './field-view.ts';
import { isTree, optionTree } from './option-tree.ts';

const FEW = 5;

interface OpenChoiceProps extends Pick<ControlProps<string>, 'field' | 'id' | 'value' | 'describedBy'> {
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}

function OpenChoice({ field, id, value, describedBy, readOnly, onChange }: OpenChoiceProps) {
  return (
    <Radio.Group
      id={id}
      value={value ?? null}
      disabled={readOnly}
      aria-describedby={describedBy}
      className="kc-radios"
      onChange={(event) => onChange(event.target.value)}
    >
      {field.options?.map((option) => (
        <Radio key={option.code} value={option.code}>
          {option.name}
        </Radio>
      ))}
    </Radio.Group>
  );
}

export function ChoiceControl({ field, id, value, onChange, describedBy, isInvalid, readOnly, inCell }: ControlProps) {
  const options = field.options ?? [];
  const held = typeof value === 'string' ? value : undefined;
  const change = (next: string | null | undefined) => onChange(next ?? undefined);
  const shared = {
    id,
    disabled: readOnly ?? false,
    status: status(isInvalid),
    allowClear: !field.required,
    placeholder: '请选择',
    'aria-describedby': describedBy,
    style: { width: inCell ? '100%' : 360, maxWidth: '100%' },
  };
  if (isTree(options)) {
    return (
      <TreeSelect
        {...shared}
        value={held ?? null}
        treeData={optionTree(options)}
        showSearch={{ treeNodeFilterProp: 'title' }}
        treeLine
        onChange={change}
      />
    );
  }
  if (options.length <= FEW && !inCell)
    return <OpenChoice field={field} id={id} value={held} describedBy={describedBy} readOnly={readOnly ?? false} onChange={change} />;
  return (
    <Select
      {...shared}
      value={held ?? null}
      options={options.map((option) => ({ value: option.code, label: option.name }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={change}
    />
  );
}
