import { f64 } from "./typed-array.ts";

const BUCKETS = 128;

export interface ScoreLimits {
  readonly leftMost: number;
  readonly rightMost: number;
  /** How far the sum of two scores may be below the sum of both bests. */
  readonly room: number;
}

export interface ScoreHistogram {
  /** About how many pairs have scores that together stay within the room (an estimate to choose by, no bound). */
  count(
    left: Float64Array,
    leftCount: number,
    right: Float64Array,
    rightCount: number,
    limits: ScoreLimits,
  ): number;
}

export function createScoreHistogram(): ScoreHistogram {
  const leftBuckets = new Float64Array(BUCKETS);
  const rightBuckets = new Float64Array(BUCKETS);
  const fill = (buckets: Float64Array, scores: Float64Array, count: number, most: number, room: number) => {
    buckets.fill(0);
    const scale = BUCKETS / Math.max(room, 1e-300);
    for (let n = 0; n < count; n++) {
      const bucket = Math.floor((most - f64(scores, n)) * scale);
      if (bucket < BUCKETS) buckets[bucket] = f64(buckets, bucket) + 1;
    }
  };
  return {
    count(left, leftCount, right, rightCount, { leftMost, rightMost, room }) {
      fill(leftBuckets, left, leftCount, leftMost, room);
      fill(rightBuckets, right, rightCount, rightMost, room);
      let below = 0;
      let sum = 0;
      for (let a = BUCKETS - 1, b = 0; a >= 0; a--, b++) {
        below += f64(rightBuckets, b);
        sum += f64(leftBuckets, a) * below;
      }
      return sum;
    },
  };
}
