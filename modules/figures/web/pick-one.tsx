// One of a few, picked at the head of a section: a place, an indicator.

export interface PickOneProps {
  /** Said to those who don't see where it stands. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

export function PickOne({ label, value, options, onChange }: PickOneProps) {
  return (
    <select aria-label={label} className="kc-input kc-no-print" value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
