// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hdf5.h>

namespace cbpm {

/// A handle of the HDF5 library, closed by what fits its kind. For the sources of core/export alone.
class HdfHandle
{
public:
    HdfHandle(hid_t id, herr_t (*close)(hid_t)) : m_id{id}, m_close{close} {}
    ~HdfHandle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }
    HdfHandle(const HdfHandle &) = delete;
    HdfHandle &operator=(const HdfHandle &) = delete;

    explicit operator bool() const { return m_id >= 0; }
    operator hid_t() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

/// Adds an attribute that holds one value.
inline bool writeAttribute(hid_t object, const char *name, hid_t type, const void *value)
{
    const HdfHandle space{H5Screate(H5S_SCALAR), H5Sclose};
    const HdfHandle attribute{H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose};
    return attribute && H5Awrite(attribute, type, value) >= 0;
}

} // namespace cbpm
