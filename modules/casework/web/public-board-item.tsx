// One published need for anyone; answering needs an account.
import { BoardItem } from './board-item.tsx';

export default function PublicBoardItem() {
  return <BoardItem base="/public/board" mayAnswer={false} />;
}
