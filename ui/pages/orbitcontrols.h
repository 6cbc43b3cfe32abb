// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/referencechoice.h"

class QCheckBox;
class QPushButton;

namespace cbpm {

class ReferenceStore;

/// What the orbit page is to show: whose mean, less which reference, with which bars, along which axis.
class OrbitControls : public QWidget
{
    Q_OBJECT

public:
    enum class Of { Bin, Trigger, Stretch };
    enum class Bars { None, Extremes, Deviation };

    explicit OrbitControls(ReferenceStore &store, QWidget *parent = nullptr);

    Of of() const;
    Bars bars() const;
    const ReferenceChoice &reference() const { return *m_less; }
    bool byId() const;

    /// The buttons that keep and list orbits: for a row with more room.
    QWidget *keeping() const { return m_keeping; }

    void setLess(ReferenceChoice::Less less) { m_less->setLess(less); }
    /// Whether there is an orbit to keep.
    void setCanKeep(bool can);

signals:
    /// Another orbit, reference or bars.
    void changed();
    /// Another axis.
    void axisChanged();
    void nowWanted();
    void saveWanted();
    void referencesWanted();

private:
    void place(QComboBox *choice, const QString &name, const QString &label);
    QComboBox *addChoice(const QString &name, const QString &label, const QStringList &texts);
    QPushButton *addButton(QWidget *place, const QString &name, const QString &text, const QString &tip);

    ReferenceChoice *m_less = nullptr;
    QPushButton *m_now = nullptr;
    QComboBox *m_of = nullptr;
    QComboBox *m_bars = nullptr;
    QCheckBox *m_byId = nullptr;
    QWidget *m_keeping = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace cbpm
