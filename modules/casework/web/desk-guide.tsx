// The guide of a programme on the desk of an applicant.
import { DeskGuide } from './guide.tsx';

export default DeskGuide;
