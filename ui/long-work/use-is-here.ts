// Whether the page that began long work is still on screen when its answer comes.
import { type RefObject, useEffect, useRef } from 'react';

export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
