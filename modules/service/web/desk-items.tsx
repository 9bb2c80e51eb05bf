// The guide of the service items on the enterprise's desk.
import { Items } from './items.tsx';

export default function DeskItems() {
  return <Items at="/desk/services" />;
}
