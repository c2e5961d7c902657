import { later } from "~/app/later";

export const RecordDialog = later(() =>
  import("~/features/measurements/record-dialog").then((module) => module.RecordDialog),
);

export const TargetDialog = later(() =>
  import("~/features/targets/target-dialog").then((module) => module.TargetDialog),
);
