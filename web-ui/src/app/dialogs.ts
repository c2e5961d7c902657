import { withActionWords } from "~/app/action-words";
import { withIncentiveWords } from "~/app/incentive-words";
import { later } from "~/app/later";

export const RecordDialog = later(() =>
  import("~/features/measurements/record-dialog").then((module) => module.RecordDialog),
);

export const ProposeDialog = later(() =>
  withActionWords(import("~/features/actions/propose-dialog")).then((module) => module.ProposeDialog),
);

export const OpenActionDialog = later(() =>
  withActionWords(import("~/features/actions/open-action-dialog")).then((module) => module.OpenActionDialog),
);

export const VoidDialog = later(() =>
  withActionWords(import("~/features/actions/void-dialog")).then((module) => module.VoidDialog),
);

export const DiscloseDialog = later(() =>
  withIncentiveWords(import("~/features/incentives/disclose-dialog")).then((module) => module.DiscloseDialog),
);

export const TargetDialog = later(() =>
  import("~/features/targets/target-dialog").then((module) => module.TargetDialog),
);
