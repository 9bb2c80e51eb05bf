// The page of one service item, as the office reads it.
import { OfficeGuide } from './item-guide.tsx';

export default function OfficeGuidePage() {
  return <OfficeGuide />;
}
