/** Lets so many things be under way at once, and whoever begins another one wait. */
export interface Gate {
  /** Resolves once there is room; what was begun counts until `end`. */
  begin(): Promise<void>;
  end(): void;
}

/** A gate for one producer: a thread that works ahead of another, in bounded memory. */
export function atMost(most: number): Gate {
  let underWay = 0;
  let onEnd = () => {};
  return {
    async begin() {
      while (underWay >= most)
        await new Promise<void>((resolve) => {
          onEnd = resolve;
        });
      underWay += 1;
    },
    end() {
      underWay -= 1;
      onEnd();
    },
  };
}
