// Tells the shell that the session has ended and the drafts that it is back, without anyone losing what they typed.

type Listener = () => void;

function signal() {
  const listeners = new Set<Listener>();
  return {
    fire: () => {
      for (const listener of [...listeners]) listener();
    },
    on: (listener: Listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const lost = signal();
const back = signal();

export const sessionEvents = {
  /** A call was answered 401. */
  lost: lost.fire,
  onLost: lost.on,
  /** The person has signed in again: retry what failed. */
  back: back.fire,
  onBack: back.on,
};
