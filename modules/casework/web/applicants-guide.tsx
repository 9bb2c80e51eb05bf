// What applicants are told of a programme, for officers to read along.
import { ApplicantsGuide } from './guide.tsx';

export default ApplicantsGuide;
