// Control of several of the options.
import { Checkbox, Select, TreeSelect } from 'antd';
import { type ControlProps, status } from './field-view.ts';
import { isTree, optionTree } from './option-tree.ts';

const FEW = 8;

export function ChoicesControl({ field, id, value, onChange, describedBy, isInvalid, readOnly, inCell }: ControlProps) {
  const options = field.options ?? [];
  const held = Array.isArray(value) ? (value as string[]) : [];
  const change = (next: readonly string[]) => onChange(next.length === 0 ? undefined : next);
  if (options.length <= FEW && !isTree(options) && !inCell) {
    return (
      <Checkbox.Group
        className="kc-radios"
        value={held}
        disabled={readOnly ?? false}
        options={options.map((option) => ({ value: option.code, label: option.name }))}
        onChange={change}
      />
    );
  }
  const shared = {
    id,
    disabled: readOnly ?? false,
    status: status(isInvalid),
    allowClear: true,
    placeholder: '可选多项',
    'aria-describedby': describedBy,
    style: { width: inCell ? '100%' : 520, maxWidth: '100%' },
  };
  if (isTree(options)) {
    return (
      <TreeSelect
        {...shared}
        value={held}
        treeCheckable
        treeData={optionTree(options)}
        showSearch={{ treeNodeFilterProp: 'title' }}
        onChange={(next: string[] | undefined) => change(next ?? [])}
      />
    );
  }
  return (
    <Select
      {...shared}
      mode="multiple"
      value={held}
      options={options.map((option) => ({ value: option.code, label: option.name }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={change}
    />
  );
}
