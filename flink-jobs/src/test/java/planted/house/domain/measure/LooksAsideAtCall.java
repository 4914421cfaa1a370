package planted.house.domain.measure;

import planted.house.domain.call.Call;

public record LooksAsideAtCall(Call call) {}
