import { useLayoutEffect, useRef, useState } from "react";
import type { Measure } from "~/lib/format";
import type { TimeSeries } from "~/lib/scalars";
import styles from "./fitted-trend.module.css";
import { TrendChart } from "./trend-chart";

interface FittedTrendProps {
  readonly series: TimeSeries;
  readonly measure: Measure;
  readonly label: string;
}

/** A trend as high as the room that its container leaves, so that a page can fill the screen and no more. */
export function FittedTrend({ series, measure, label }: FittedTrendProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(200);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.height > 0) setHeight(Math.round(entry.contentRect.height));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} className={styles.room}>
      <div className={styles.chart}>
        <TrendChart series={series} measure={measure} label={label} height={height} />
      </div>
    </div>
  );
}
