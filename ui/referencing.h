// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/referenceorbit.h"

#include <QObject>

namespace cbpm {

class MainWindow;
class ReferencesDialog;
class ReferenceStore;

/// Saving reference orbits, and the list of them, for the whole window.
class Referencing : public QObject
{
    Q_OBJECT

public:
    Referencing(MainWindow &window, ReferenceStore &references);

    /// Asks for name and comment, and whether it is golden.
    void save(const ReferenceOrbit &orbit);
    void showList();

private:
    void keep(const ReferenceOrbit &orbit, bool isGolden);

    MainWindow &m_window;
    ReferenceStore &m_references;
    ReferencesDialog *m_list = nullptr;
};

} // namespace cbpm
