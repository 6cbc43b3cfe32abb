// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectorname.h"

#include <algorithm>

namespace cbpm {

std::string canonicalLocation(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);

    std::string upper{text};
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    for (const std::string_view prefix :
         {std::string_view{"DET_"}, std::string_view{"CESR_BPM_"}, std::string_view{"BPM_"}}) {
        if (upper.starts_with(prefix)) {
            upper.erase(0, prefix.size());
            break;
        }
    }
    const auto digits = upper.find_first_not_of('0');
    // "09W" is "9W"; a name of zeros alone stays as it is.
    if (digits != std::string::npos && digits > 0 && upper[digits] >= '1' && upper[digits] <= '9')
        upper.erase(0, digits);
    return upper;
}

} // namespace cbpm
