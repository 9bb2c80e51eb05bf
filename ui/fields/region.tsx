// Control of a region, by the regions of the field or else those of the house.
import { ChoiceControl } from './choice.tsx';
import { useFieldSources } from './field-sources.tsx';
import type { ControlProps } from './field-view.ts';

export function RegionControl(props: ControlProps) {
  const { regions } = useFieldSources();
  return <ChoiceControl {...props} field={{ ...props.field, options: props.field.options ?? regions }} />;
}
