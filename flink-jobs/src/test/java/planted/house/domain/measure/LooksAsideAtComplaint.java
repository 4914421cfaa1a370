package planted.house.domain.measure;

import planted.house.domain.complaint.LooksAsideAtCall;

public record LooksAsideAtComplaint(LooksAsideAtCall complaint) {}
