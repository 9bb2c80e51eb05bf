// A small line of a figure's recent values; a gap where a value is unknown.
import { sparkPaths } from './spark-path.ts';

export interface SparkProps {
  /** Oldest first; decimal strings, null where unknown. */
  readonly values: readonly (string | null)[];
  readonly width?: number;
  readonly height?: number;
  /** What the line shows, for those who do not see it. */
  readonly label: string;
}

export function Spark({ values, width = 96, height = 32, label }: SparkProps) {
  const { paths, end } = sparkPaths(values, width, height);
  return (
    <svg className="kc-spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {paths.map((path) => (
        <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      ))}
      {end && <circle cx={end.x} cy={end.y} r="2.5" fill="currentColor" />}
    </svg>
  );
}
