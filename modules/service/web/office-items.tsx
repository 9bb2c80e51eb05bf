// The service items as the office sees them.
import { Items } from './items.tsx';

export default function OfficeItems() {
  return <Items at="/service/items" />;
}
