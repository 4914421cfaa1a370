package planted.house.flow;

import planted.house.job.Settings;

public record ReadsSettings(Settings settings) {}
