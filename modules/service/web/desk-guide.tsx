// The page of one service item, as an applicant reads it.
import { DeskGuide } from './item-guide.tsx';

export default function DeskGuidePage() {
  return <DeskGuide />;
}
