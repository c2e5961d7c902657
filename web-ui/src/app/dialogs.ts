import { later } from "~/app/later";

export const RecordDialog = later(() =>
  import("~/features/measurements/record-dialog").then((module) => module.RecordDialog),
);

export const ProposeDialog = later(() =>
  import("~/features/actions/propose-dialog").then((module) => module.ProposeDialog),
);

export const OpenActionDialog = later(() =>
  import("~/features/actions/open-action-dialog").then((module) => module.OpenActionDialog),
);

export const VoidDialog = later(() => import("~/features/actions/void-dialog").then((module) => module.VoidDialog));

export const DiscloseDialog = later(() =>
  import("~/features/incentives/disclose-dialog").then((module) => module.DiscloseDialog),
);

export const TargetDialog = later(() =>
  import("~/features/targets/target-dialog").then((module) => module.TargetDialog),
);
