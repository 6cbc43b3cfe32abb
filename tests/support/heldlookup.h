// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm::test {

/// A name service that does not answer: while one of these lives, looking up a name that ends in ".held" does not come
/// back, in any library of the process. Its end lets them go, with "not found". Link it into the executable itself.
class HeldLookup
{
public:
    HeldLookup();
    ~HeldLookup();

    static int waiting(); ///< lookups that are held now
};

} // namespace cbpm::test
