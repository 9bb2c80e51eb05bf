// The board for anyone, without an account.
import { Board } from './board.tsx';

export default function PublicBoard() {
  return <Board base="/public/board" />;
}
