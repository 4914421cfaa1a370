package planted.house.domain.complaint;

import planted.house.domain.call.Call;

public record LooksAsideAtCall(Call call) {}
